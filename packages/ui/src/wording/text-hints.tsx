import { withWords } from '@accord/domain/wording/wording-hints'
import { HintList } from './hint-list.js'
import { useWordingHints } from './use-wording-hints.js'

export interface TextHintsProps {
  readonly text: string
  /** Which text it is, in ids: "leave it" holds for this one. */
  readonly textId: string
  /** A tag after BCP 47; the language of the app where it is not said. */
  readonly language?: string
  /** Takes the text with other words put in; without it suggestions are there to read. */
  readonly onText?: (text: string) => void
}

/** Hints about a text in a plain box. Import it from `lazy.tsx`. */
export function TextHints({ text, textId, language, onText }: TextHintsProps) {
  const { hints, leaveIt } = useWordingHints({ text, textId, language })
  return (
    <HintList
      hints={hints}
      onLeave={leaveIt}
      onPut={onText && ((hint, instead) => onText(withWords(text, hint, instead)))}
    />
  )
}
