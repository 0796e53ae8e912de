import { quoteKey, type NoteQuote } from '@accord/domain/note/quote'
import type { NoteContent } from '@accord/domain/note/content'
import { Button } from '@accord/ui/controls/button'
import { BackIcon } from '@accord/ui/icons/back-icon'
import { CheckIcon } from '@accord/ui/icons/check-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import type { NoteWords } from '@accord/ui/note/note-words'
import { useWebMessages } from '../../lib/use-web-messages.js'

interface QuotedChangesProps {
  readonly quotable: readonly NoteQuote[]
  readonly content: NoteContent
  readonly say: NoteWords
  readonly number: number
  readonly onChange: (content: NoteContent) => void
}

/** What the session changed in the plan, each by its entry; the writer brings in what belongs in the note. (NO6) */
export function QuotedChanges({ quotable, content, say, number, onChange }: QuotedChangesProps) {
  const t = useWebMessages()
  const format = useFormat()
  const quoted = new Set(content.quotes.map(quoteKey))
  const turn = (quote: NoteQuote) => {
    const key = quoteKey(quote)
    const wanted = new Set(quoted.has(key) ? [...quoted].filter((one) => one !== key) : [...quoted, key])
    onChange({ ...content, quotes: quotable.filter((one) => wanted.has(quoteKey(one))) })
  }
  const goals = [...new Set(quotable.map(({ change }) => change.goal))]
  return (
    <section aria-labelledby="note-changed">
      <h2 className="ac-heading" id="note-changed">
        {t('note.changed', { number })}
      </h2>
      <p className="ac-muted ac-small">
        {t(quotable.length === 0 ? 'note.changed.none' : 'note.changed.lead')}
      </p>
      {goals.map((goal) => {
        const ofGoal = quotable.filter(({ change }) => change.goal === goal)
        return (
          <div key={goal} className="web-note-goal">
            <h3 dir="auto">{ofGoal[0]?.change.name}</h3>
            <ul>
              {ofGoal.map((quote) => {
                const isIn = quoted.has(quoteKey(quote))
                const words = say.quote(quote)
                return (
                  <li key={quoteKey(quote)}>
                    <p dir="auto">{words}</p>
                    <Button
                      size="small"
                      aria-pressed={isIn}
                      icon={isIn ? <CheckIcon size={14} /> : <BackIcon size={14} />}
                      aria-label={t(isIn ? 'note.takeOut.of' : 'note.bringIn.of', { words })}
                      onPress={() => turn(quote)}
                    >
                      {t(isIn ? 'note.in' : 'note.bringIn')}
                    </Button>
                    <span className="ac-muted ac-small">{format.time(new Date(quote.at))}</span>
                  </li>
                )
              })}
            </ul>
          </div>
        )
      })}
    </section>
  )
}
