import type { Moment } from '@accord/domain/history/moments'
import type { EntryRecord } from '@accord/domain/history/payload'
import { effectsOf } from '@accord/domain/replay/jumps'
import type { PersonName } from '@accord/domain/sync/wire'
import { tightDiff } from '@accord/domain/text/tight-diff'
import type { ReactNode } from 'react'
import type { Voices } from '../attributed-text/author-runs.js'
import { WordDiff } from '../attributed-text/word-diff.js'
import { Chip } from '../controls/chip.js'
import { CheckIcon } from '../icons/check-icon.js'
import { OpenSealIcon } from '../icons/open-seal-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { useFormat } from '../messages/use-format.js'
import { Avatar } from '../presence/avatar.js'
import { clipSegments } from './clip-segments.js'
import { authorOf } from './moment-sentence.js'

interface MomentRowProps {
  readonly moment: Moment
  /** What happened, in a sentence. */
  readonly sentence: string
  readonly people: readonly PersonName[]
  /** The words that it is about, one line each. */
  readonly quotes: readonly string[]
  readonly voices: Voices
  readonly children?: ReactNode
  /** What else can be done with it, at the end of its line. */
  readonly beside?: ReactNode
}

/** One thing that somebody did: who, what, which words went and which came, and when. */
export function MomentRow({ moment, sentence, people, quotes, voices, children, beside }: MomentRowProps) {
  const format = useFormat()
  const author = authorOf(moment, people)
  const at = new Date(moment.kind === 'writing' ? moment.startedAt : moment.entry.at)
  const effects = effectsOf({ moment })
  return (
    <li className="ac-moment">
      <time className="ac-num" dateTime={at.toISOString()}>
        {format.time(at)}
      </time>
      {author && <Avatar name={author.name} relation={author.relation} isPresent size="small" />}
      <div className="ac-grow">
        <p dir="auto">{sentence}</p>
        <Words moment={moment} voices={voices} />
        {quotes.map((quote, index) => (
          <p key={index} className="ac-moment-quote" dir="auto">
            {quote}
          </p>
        ))}
        {effects.length > 0 && (
          <p className="ac-moment-effects">
            {effects.map((effect, index) => (
              <Effect key={index} effect={effect} />
            ))}
          </p>
        )}
        {children}
      </div>
      {beside}
    </li>
  )
}

/** Removed words struck, added words inked, both by whoever did it. */
function Words({ moment, voices }: Pick<MomentRowProps, 'moment' | 'voices'>) {
  const words = moment.kind === 'writing' ? moment : moment.words
  if (words === null || words.before === words.after) return null
  const author = moment.kind === 'writing' ? moment.author : moment.entry.author
  const segments = clipSegments(tightDiff(words.before, words.after))
  return (
    <p className="ac-moment-words">
      <WordDiff
        segments={segments.map((segment) => (segment.kind === 'same' ? segment : { ...segment, author }))}
        voices={voices}
      />
    </p>
  )
}

function Effect({ effect }: { readonly effect: NonNullable<EntryRecord['agreement']> }) {
  const t = useUiMessages()
  const isClosed = effect === 'closed' || effect === 'restored'
  return (
    <Chip
      tone={isClosed ? 'practitioner' : 'attention'}
      icon={isClosed ? <CheckIcon size={13} /> : <OpenSealIcon size={13} />}
    >
      {t('moment.effect', { effect })}
    </Chip>
  )
}
