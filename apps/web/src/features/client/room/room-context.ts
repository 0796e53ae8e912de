import { createContext, useContext } from 'react'
import type { CaseId, PersonId } from '@accord/domain/ids'
import type { Plan } from '@accord/domain/plan/plan'
import type { PersonName } from '@accord/domain/sync/wire'
import type { Voices } from '@accord/ui/attributed-text/author-runs'
import type { LivePlan, LiveView } from '@accord/ui/live-plan/live-plan'

/** An open plan and who looks at it. */
export interface Room {
  readonly caseId: CaseId
  /** Whether it is what client and practitioner keep from a guardian, and not the plan. (CF1) */
  readonly isBetween: boolean
  /** Whether it is only read, because its record does not hold. (FT12) */
  readonly isHeld?: boolean
  readonly live: LivePlan
  readonly view: LiveView
  readonly plan: Plan
  readonly people: readonly PersonName[]
  readonly voices: Voices
  /** Who looks. */
  readonly viewer: PersonId
  /** Whether the viewer may write here now, by the one access rule. */
  readonly mayWrite: boolean
  readonly now: Date
}

export const RoomContext = createContext<Room | null>(null)

export function useRoom(): Room {
  const room = useContext(RoomContext)
  if (room === null) throw new Error('no open plan above this component')
  return room
}
