import type { ReactNode } from 'react'

interface ReadersBoxProps {
  /** `private`: its writer alone. `soon`: others will read it in a moment. `shared`: the others read it. */
  readonly standing: 'private' | 'soon' | 'shared'
  /** What somebody writes. */
  readonly children: ReactNode
  /** The sentence that says who reads it, tied to the field by this id. */
  readonly sentence: ReactNode
  readonly sentenceId: string
  /** Drawn before the sentence: the readers as discs. */
  readonly discs?: ReactNode
  readonly action?: ReactNode
}

/** A box to write in, with its readers along the lower edge. */
export function ReadersBox({ standing, children, sentence, sentenceId, discs, action }: ReadersBoxProps) {
  return (
    <div className="ac-readers-box" data-standing={standing}>
      <div className="ac-readers-words">{children}</div>
      <div className="ac-readers-foot">
        {discs}
        {/* Only readers that can change while one writes are worth an announcement. */}
        <span id={sentenceId} {...(standing === 'shared' ? {} : { role: 'status' })}>
          {sentence}
        </span>
        {action}
      </div>
    </div>
  )
}
