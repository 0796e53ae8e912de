import type { Relation } from '../case/relation.js'
import type { GoalId, PersonId, SessionId } from '../ids.js'

/** What somebody does with a record when they look at it. */
export type LookKind = 'plan' | 'history' | 'replay' | 'export' | 'report' | 'note' | EmergencyLook

/** An opening in an emergency, and each reading of what it opened. (EM10) */
type EmergencyLook = 'emergency' | 'emergency-safety' | 'emergency-note' | 'emergency-goals'

/** An access event with the one that ended it. Times in ms. */
export interface LookEvent {
  readonly event: string
  readonly person: PersonId
  readonly relation: Relation
  readonly what: LookKind
  readonly goal: GoalId | null
  /** The session whose note was read; null for whatever is no note. */
  readonly session: SessionId | null
  readonly at: number
  readonly until: number | null
}

/** Why somebody looked is asked of the practice's people; a family asks each other. In an emergency it was said. (AC11, EM10) */
export function canBeAsked({ relation, what }: Pick<LookEvent, 'relation' | 'what'>): boolean {
  return (relation === 'practitioner' || relation === 'supervisor') && !what.startsWith('emergency')
}

/** What follows this closely on the same look belongs to it: a reload, a lost network, the next page; in ms. (AC10) */
export const SAME_LOOK = 30 * 60_000

/**
 * Several events of one person about one thing, told as one look, the latest look first. It is named by the first of
 * its events, so that its name stays when more follow.
 * @param events in the order of their time
 */
export function visitsOf(events: readonly LookEvent[]): readonly LookEvent[] {
  const visits: LookEvent[] = []
  for (const event of events) {
    const index = visits.findLastIndex((visit) => belongs(visit, event))
    const visit = visits[index]
    if (visit) visits[index] = { ...visit, until: laterOf(visit, event) }
    else visits.push(event)
  }
  return visits.reverse()
}

function belongs(visit: LookEvent, next: LookEvent): boolean {
  // Each opening has a reason of its own. (EM5)
  if (next.what === 'emergency') return false
  const isSame =
    visit.person === next.person &&
    visit.relation === next.relation &&
    visit.what === next.what &&
    visit.goal === next.goal &&
    visit.session === next.session
  return isSame && next.at - (visit.until ?? visit.at) <= SAME_LOOK
}

/** Null while the later of the two lasts. */
function laterOf(visit: LookEvent, next: LookEvent): number | null {
  if (next.until === null) return lasts(next) ? null : Math.max(visit.until ?? visit.at, next.at)
  return Math.max(visit.until ?? visit.at, next.until)
}

/** Reading a page, an export and a report are over at once; an opened plan or replay lasts until it is left. */
function lasts({ what }: LookEvent): boolean {
  return what === 'plan' || what === 'replay'
}
