import { refuse, type Refusal } from '../refusal.js'

/** FHIR R4 Goal.lifecycleStatus, the part of it that a plan uses. */
export type LifecycleStatus = 'proposed' | 'active' | 'on-hold' | 'completed'

const NEXT: Readonly<Record<LifecycleStatus, readonly LifecycleStatus[]>> = {
  proposed: ['active', 'on-hold'],
  active: ['on-hold', 'completed'],
  'on-hold': ['proposed'],
  completed: ['proposed'],
}

/** Moves a goal along its lifecycle. Nobody deletes a goal; one that was set aside is taken up again by proposing it anew. (LP8) */
export function nextStatus(from: LifecycleStatus, to: LifecycleStatus): LifecycleStatus | Refusal {
  return NEXT[from].includes(to) ? to : refuse('governed-fact', `a ${from} goal cannot become ${to}`)
}
