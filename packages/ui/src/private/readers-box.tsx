import type { ReactNode } from 'react'

interface ReadersBoxProps {
  /** `private`: its writer alone. `soon`: others will read it in a moment. */
  readonly standing: 'private' | 'soon'
  /** What somebody writes. */
  readonly children: ReactNode
  /** The sentence that says who reads it, tied to the field by this id. */
  readonly sentence: ReactNode
  readonly sentenceId: string
  readonly action?: ReactNode
}

/** A box to write in, with its readers along the lower edge. */
export function ReadersBox({ standing, children, sentence, sentenceId, action }: ReadersBoxProps) {
  return (
    <div className="ac-readers-box" data-standing={standing}>
      <div className="ac-readers-words">{children}</div>
      <div className="ac-readers-foot">
        <span id={sentenceId} role="status">
          {sentence}
        </span>
        {action}
      </div>
    </div>
  )
}
