import { agreementOf } from '@accord/domain/agreement/state'
import type { GoalId } from '@accord/domain/ids'
import { goalsInOrder, type Plan } from '@accord/domain/plan/plan'
import { wordsOf } from '@accord/domain/replay/words-at'
import { halvesOf, partiesOf, sealSentence } from '@accord/ui/agreement/agreement-party'
import { nameAmong } from '@accord/ui/goal/goal-at-hand'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { ReplayWords } from '@accord/ui/replay/replay-words'
import { Seal } from '@accord/ui/seal/seal'
import type { Telling } from './use-telling.js'

interface OtherGoalsProps {
  readonly plan: Plan
  /** The one that stands above. */
  readonly goal: GoalId
  readonly voices: Telling['voices']
  readonly isPlain: boolean
}

/** The rest of the plan as it stood at the moment. (RP2) */
export function OtherGoals({ plan, goal, voices, isPlain }: OtherGoalsProps) {
  const t = useUiMessages()
  const format = useFormat()
  const others = goalsInOrder(plan).filter(({ id, lifecycle }) => id !== goal && lifecycle !== 'on-hold')
  if (others.length === 0) return null
  return (
    <section className="ac-strata web-review-others">
      <h3>{t('replay.others')}</h3>
      <ol>
        {others.map((other) => {
          const parties = partiesOf(
            agreementOf(other, plan.parties),
            (person) => nameAmong(t, voices, person),
            null,
          )
          return (
            <li key={other.id}>
              <b dir="auto">{other.name.text}</b>
              <Seal halves={halvesOf(parties)} size={24} label={sealSentence(t, format, parties)} />
              <p>
                <ReplayWords
                  parts={wordsOf(other.statement)}
                  voices={voices}
                  hand={null}
                  showsRemoved={false}
                  isPlain={isPlain}
                />
              </p>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
