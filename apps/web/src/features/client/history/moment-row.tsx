import type { ReactNode } from 'react'
import type { Moment } from '@accord/domain/history/moments'
import type { EntryRecord } from '@accord/domain/history/payload'
import type { Voices } from '@accord/ui/attributed-text/author-runs'
import { WordDiff } from '@accord/ui/attributed-text/word-diff'
import { Chip } from '@accord/ui/controls/chip'
import { CheckIcon } from '@accord/ui/icons/check-icon'
import { OpenSealIcon } from '@accord/ui/icons/open-seal-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { Avatar } from '@accord/ui/presence/avatar'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { tightDiff } from '../room/tight-diff.js'
import { clipSegments } from './clip-segments.js'
import { quotesOf } from './moment-quote.js'
import { authorOf, momentSentence, type Told } from './moment-sentence.js'

interface MomentRowProps {
  readonly moment: Moment
  readonly told: Told
  readonly voices: Voices
  /** What else can be done with it. */
  readonly beside?: ReactNode
}

/** One thing that somebody did: who, what, which words went and which came, and when. */
export function MomentRow({ moment, told, voices, beside }: MomentRowProps) {
  const t = useWebMessages()
  const format = useFormat()
  const author = authorOf(moment, told.people)
  const at = new Date(moment.kind === 'writing' ? moment.startedAt : moment.entry.at)
  const effects = effectsOf(moment)
  const quotes = quotesOf(moment, told.plan)
  return (
    <li className="web-moment">
      <time className="ac-num" dateTime={at.toISOString()}>
        {format.time(at)}
      </time>
      {author && <Avatar name={author.name} relation={author.relation} isPresent size="small" />}
      <div className="ac-grow">
        <p>{momentSentence(t, moment, told)}</p>
        <Words moment={moment} voices={voices} />
        {quotes.map((quote, index) => (
          <p key={index} className="web-reason" dir="auto">
            {quote}
          </p>
        ))}
        {effects.length > 0 && (
          <p className="web-effects">
            {effects.map((effect, index) => (
              <Effect key={index} effect={effect} />
            ))}
          </p>
        )}
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
    <p className="web-moment-words">
      <WordDiff
        segments={segments.map((segment) => (segment.kind === 'same' ? segment : { ...segment, author }))}
        voices={voices}
      />
    </p>
  )
}

function Effect({ effect }: { readonly effect: NonNullable<EntryRecord['agreement']> }) {
  const t = useWebMessages()
  const isClosed = effect === 'closed' || effect === 'restored'
  return (
    <Chip
      tone={isClosed ? 'practitioner' : 'attention'}
      icon={isClosed ? <CheckIcon size={13} /> : <OpenSealIcon size={13} />}
    >
      {t('history.effect', { effect })}
    </Chip>
  )
}

function effectsOf(moment: Moment): readonly NonNullable<EntryRecord['agreement']>[] {
  if (moment.kind === 'writing') return moment.effects
  const { agreement } = moment.entry.record
  return agreement === undefined ? [] : [agreement]
}
