import { useUiMessages } from '../messages/use-ui-messages.js'
import { scriptOf } from './script-of.js'
import { authoredPieces, type AuthorRuns, type Voices } from './author-runs.js'

export interface AttributedTextProps {
  readonly text: string
  readonly runs: AuthorRuns
  readonly voices: Voices
  /** Without the authors' inks and rules, for whoever wants to read only. */
  readonly plain?: boolean
  /** Says each change of author to screen readers; on request, because it interrupts. */
  readonly announceAuthors?: boolean
}

/** Words with their writers' marks: a solid rule under the practitioner's, a dotted one under the client's. */
export function AttributedText({ text, runs, voices, plain, announceAuthors }: AttributedTextProps) {
  const t = useUiMessages()
  const whole = { className: 'ac-attributed', dir: 'auto', 'data-script': scriptOf(text) } as const
  if (plain) return <span {...whole}>{text}</span>
  return (
    <span {...whole}>
      {authoredPieces(text, runs).map((piece, index) => {
        const voice = piece.author === undefined ? undefined : voices[piece.author]
        if (voice === undefined) return <span key={index}>{piece.text}</span>
        return (
          <span
            key={index}
            className="ac-words"
            data-relation={voice.relation}
            data-second={voice.isSecond ? '' : undefined}
          >
            {announceAuthors && (
              <span className="ac-hidden">{t('text.writtenBy', { name: voice.name })} </span>
            )}
            {piece.text}
          </span>
        )
      })}
    </span>
  )
}
