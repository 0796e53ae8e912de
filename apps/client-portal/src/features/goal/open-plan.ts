import { useOutletContext } from 'react-router'
import type { CaseId } from '@accord/domain/ids'
import type { Plan } from '@accord/domain/plan/plan'
import type { LivePlan, LiveView } from '@accord/ui/live-plan/live-plan'

/** What the pages of an open plan share. */
export interface OpenPlan {
  readonly live: LivePlan
  readonly view: LiveView
  /** As it is on screen, one's own unsent words included. */
  readonly plan: Plan
  /** The case that it belongs to; null until that is known. */
  readonly caseId: CaseId | null
  /** From whom it is kept, by first name; null for a plan, which everybody of the case reads. (CF7) */
  readonly keptFrom: readonly string[] | null
  /** When the work together ended, in ms; null while it goes on. */
  readonly closedAt: number | null
}

export function useOpenPlan(): OpenPlan {
  return useOutletContext<OpenPlan>()
}
