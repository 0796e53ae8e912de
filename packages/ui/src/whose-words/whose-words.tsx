import type { PersonId } from '@accord/domain/ids'
import type { AttributedText } from '@accord/domain/text/attributed'
import { sharesOf } from '@accord/domain/text/share'
import type { Voices } from '../attributed-text/author-runs.js'
import { nameAmong } from '../goal/goal-at-hand.js'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface WhoseWordsProps {
  readonly text: AttributedText
  readonly voices: Voices
  readonly viewer: PersonId
}

/** How much of the surviving words each wrote: a sentence, and a thin bar in their inks that repeats it. (WW1) */
export function WhoseWords({ text, voices, viewer }: WhoseWordsProps) {
  const t = useUiMessages()
  const format = useFormat()
  const shares = sharesOf(text)
  const [first] = shares
  if (first === undefined) return null
  const parts = shares.map(({ person, percent }) =>
    person === viewer
      ? t('whose.you', { percent })
      : t('whose.part', { name: nameAmong(t, voices, person), percent }),
  )
  const own = () =>
    first.person === viewer ? t('whose.ownYou') : t('whose.own', { name: nameAmong(t, voices, first.person) })
  return (
    <div className="ac-whose">
      <span className="ac-whose-bar" aria-hidden="true">
        {shares.map(({ person, percent }) => (
          <i key={person} data-relation={voices[person]?.relation} style={{ flexGrow: percent }} />
        ))}
      </span>
      <p className="ac-muted ac-small">
        {shares.length === 1 ? own() : t('whose.sentence', { parts: format.list(parts) })}
      </p>
    </div>
  )
}
