import { useId, type ReactNode } from 'react'
import { LONGEST_SECTION } from '@accord/domain/note/content'
import { cleanText } from '@accord/domain/text/characters'

interface NoteBoxProps {
  readonly title: string
  readonly help: string
  readonly words: string
  readonly onChange: (words: string) => void
  /** What is said about these words beneath them, for their writer alone. */
  readonly hints?: ReactNode
}

/** One section of a note: grows with what is written, and takes the direction of its words. */
export function NoteBox({ title, help, words, onChange, hints }: NoteBoxProps) {
  const id = useId()
  return (
    <section className="web-note-section">
      <div>
        <h2>
          <label htmlFor={id}>{title}</label>
        </h2>
        <p id={`${id}-help`} className="ac-muted">
          {help}
        </p>
      </div>
      <div>
        <div className="web-note-box" data-empty={words === '' ? '' : undefined}>
          {/* As tall as the words: the box lies over it. */}
          <div aria-hidden="true">{`${words}\n`}</div>
          <textarea
            id={id}
            aria-describedby={`${id}-help`}
            dir="auto"
            rows={1}
            maxLength={LONGEST_SECTION}
            value={words}
            onChange={({ target }) => onChange(cleanText(target.value).replaceAll('\u0085', '\n'))}
          />
        </div>
        {hints}
      </div>
    </section>
  )
}
