import { createContext, useContext } from 'react'
import type { GoalId } from '@accord/domain/ids'

/** Which words of which goal are being written. */
export interface OpenField {
  readonly goal: GoalId
  readonly field: 'statement' | 'name'
}

/** How this viewer has the goals laid out; nobody else sees it. */
export interface Desk {
  readonly isPlain: boolean
  readonly setPlain: (isPlain: boolean) => void
  readonly opened: OpenField | null
  readonly open: (field: OpenField | null) => void
  /** The goal whose agreement is being confirmed after a key. */
  readonly confirming: GoalId | null
  readonly confirm: (goal: GoalId | null) => void
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('no goals above this component')
  return desk
}
