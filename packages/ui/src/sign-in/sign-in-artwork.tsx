import type { ReactNode } from 'react'
import { AGREED_HALVES } from '../seal/seal-half.js'
import { Seal } from '../seal/seal.js'

interface SignInArtworkProps {
  /** The wording at its stages, oldest first; the last is the largest. */
  readonly stages: readonly ReactNode[]
  /** Who agreed, and when. */
  readonly agreed: ReactNode
}

/** How two people's words become one goal, on a ruled sheet. An ornament: it is hidden from screen readers. */
export function SignInArtwork({ stages, agreed }: SignInArtworkProps) {
  return (
    <div className="ac-signin-sheet">
      {stages.map((stage, index) => (
        <p key={index}>{stage}</p>
      ))}
      <div className="ac-signin-seal">
        <Seal halves={AGREED_HALVES} size={58} />
        <span>{agreed}</span>
      </div>
    </div>
  )
}

interface ArtworkCaretProps {
  readonly relation: 'practitioner' | 'client'
  readonly name: string
}

/** Somebody's caret with their name, as it stands in a live goal. */
export function ArtworkCaret({ relation, name }: ArtworkCaretProps) {
  return (
    <span className="ac-caret" data-relation={relation} data-flag="below">
      <i>
        <span>{name}</span>
      </i>
    </span>
  )
}
