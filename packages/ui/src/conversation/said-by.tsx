import type { PersonId } from '@accord/domain/ids'
import { type GoalAtHand, nameAmong } from '../goal/goal-at-hand.js'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface SaidByProps {
  readonly at: GoalAtHand
  readonly said: { readonly by: PersonId; readonly at: number; readonly text: string }
}

/** Words behind their writer's rule: solid for the practitioner, dotted for the client. */
export function SaidBy({ at, said }: SaidByProps) {
  const t = useUiMessages()
  const format = useFormat()
  const { voices, viewer, now } = at
  const name = said.by === viewer ? t('talk.you') : nameAmong(t, voices, said.by)
  return (
    <div className="ac-said-by" data-relation={voices[said.by]?.relation}>
      <p className="ac-said-who">
        <b>{name}</b> <time>{format.relativeDay(new Date(said.at), now)}</time>
      </p>
      <p dir="auto">{said.text}</p>
    </div>
  )
}
