import type { NoteContent } from '@accord/domain/note/content'
import { quoteKey } from '@accord/domain/note/quote'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { BodyMap } from './body-map.js'
import type { NoteWords } from './note-words.js'

interface NotePaperProps {
  readonly content: NoteContent
  readonly say: NoteWords
}

/** A note to be read: its sections with words in them, what it quotes of the plan, what is marked on the body. */
export function NotePaper({ content, say }: NotePaperProps) {
  const t = useUiMessages()
  const { form, sections, quotes, marks } = content
  return (
    <div className="ac-note-paper">
      {sections
        .filter(({ words }) => words.trim() !== '')
        .map(({ section, words }) => (
          <section key={section}>
            <h3>{say.section(form, section)}</h3>
            <p className="ac-note-words" dir="auto">
              {words}
            </p>
          </section>
        ))}
      {quotes.length > 0 && (
        <section>
          <h3>{t('note.quotes')}</h3>
          <ul className="ac-note-quotes">
            {quotes.map((quote) => (
              <li key={quoteKey(quote)} dir="auto">
                {say.quote(quote)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {marks.length > 0 && (
        <section>
          <h3>{t('note.marks')}</h3>
          <div>
            <BodyMap marks={marks} say={say} />
            <ul className="ac-note-quotes">
              {marks.map((mark, at) => (
                <li key={at} dir="auto">
                  {say.mark(mark)}
                </li>
              ))}
            </ul>
          </div>
        </section>
      )}
    </div>
  )
}
