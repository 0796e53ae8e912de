import type { PersonName } from '@accord/domain/sync/wire'

interface ReadBoxProps {
  readonly writer: PersonName | undefined
  readonly title: string
  /** Whose words they are and since when. */
  readonly meta: string
  readonly words: string
}

/** What somebody wrote, in their ink. */
export function ReadBox({ writer, title, meta, words }: ReadBoxProps) {
  return (
    <article className="ac-ending-box">
      <header>
        <h3>{title}</h3>
        <span className="ac-muted ac-small">{meta}</span>
      </header>
      <p className="ac-ending-words" dir="auto">
        <span className="ac-words" data-relation={writer?.relation}>
          {words}
        </span>
      </p>
    </article>
  )
}
