import type { ReactNode } from 'react'
import { Seal } from '../seal/seal.js'
import { OPEN_HALVES, type SealHalf } from '../seal/seal-half.js'

interface EmptyStateProps {
  readonly title: string
  readonly sentence?: string
  /** The seal in its honest state: open and dotted where nothing is agreed. */
  readonly halves?: readonly SealHalf[]
  /** One main action, at most one other. */
  readonly actions?: ReactNode
}

export function EmptyState({ title, sentence, halves = OPEN_HALVES, actions }: EmptyStateProps) {
  return (
    <div className="ac-state ac-state-centre">
      <Seal halves={halves} size={84} />
      <h2 className="ac-heading">{title}</h2>
      {sentence !== undefined && <p>{sentence}</p>}
      {actions !== undefined && <div className="ac-state-actions">{actions}</div>}
    </div>
  )
}
