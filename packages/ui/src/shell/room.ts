import type { ReactNode } from 'react'

/** A room of an app. Only rooms that exist are passed to a shell. */
export interface Room {
  readonly href: string
  readonly label: string
  readonly icon: ReactNode
  readonly isCurrent: boolean
  /** How many things wait there, if any do. */
  readonly waiting?: number
}
