import type { PersonId } from '../ids.js'
import type { AuditEvent } from './event.js'
import { auditKindOf } from './kind.js'

/** What is out of the ordinary. (AU7) */
export const FINDING_KINDS = ['many-cases', 'many-refusals', 'night-export', 'wrong-passwords'] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** From how many on, within how many minutes. A clinic may set its own. */
export interface FindingRule {
  readonly count: number
  readonly minutes: number
}

/** Ours, not published thresholds. `night-export` has no count: one is enough. (AU7) */
export const FINDING_RULES: Readonly<Record<Exclude<FindingKind, 'night-export'>, FindingRule>> = {
  'many-cases': { count: 15, minutes: 10 },
  'many-refusals': { count: 10, minutes: 60 },
  'wrong-passwords': { count: 8, minutes: 60 },
}

/** Hours of the clinic's day in which nobody is expected to export. */
export const NIGHT = { from: 22, until: 6 } as const

/** Times in ms; `first` and `last` are the events' numbers. */
export interface AuditFinding {
  readonly kind: FindingKind
  readonly person: PersonId | null
  readonly count: number
  readonly since: number
  readonly until: number
  readonly first: number
  readonly last: number
}

type Seen = Pick<AuditEvent, 'seq' | 'at' | 'person' | 'action' | 'outcome' | 'code' | 'case'>

/**
 * What is out of the ordinary in events, which come in their order. A run of events that fits a rule is one finding,
 * however long it goes on.
 * @param hourOf the hour of the clinic's day, 0–23, of a time in ms
 */
export function findingsIn(events: readonly Seen[], hourOf: (at: number) => number): readonly AuditFinding[] {
  const refusals = events.filter(({ outcome, action }) => outcome === 'refused' && action !== 'sign-in')
  const passwords = events.filter(({ code }) => code === 'wrong-credentials')
  const reads = events.filter(
    (event) => event.outcome === 'done' && event.case !== null && auditKindOf(event.action) === 'read',
  )
  return [
    ...runs('many-cases', reads, ({ case: caseId }) => caseId),
    ...runs('many-refusals', refusals, ({ seq }) => seq),
    ...runs('wrong-passwords', passwords, ({ seq }) => seq),
    ...events.filter((event) => isExport(event) && isNight(hourOf(event.at))).map(nightExport),
  ].sort((a, b) => b.until - a.until)
}

function isExport({ action, outcome }: Seen): boolean {
  return outcome === 'done' && auditKindOf(action) === 'export'
}

function isNight(hour: number): boolean {
  return hour >= NIGHT.from || hour < NIGHT.until
}

function nightExport({ person, at, seq }: Seen): AuditFinding {
  return { kind: 'night-export', person, count: 1, since: at, until: at, first: seq, last: seq }
}

function runs(
  kind: keyof typeof FINDING_RULES,
  events: readonly Seen[],
  what: (event: Seen) => unknown,
): readonly AuditFinding[] {
  const people = new Set(events.map(({ person }) => person))
  return [...people].flatMap((person) => {
    const theirs = events.filter((event) => event.person === person)
    return runsOf(kind, person, theirs, what)
  })
}

function runsOf(
  kind: keyof typeof FINDING_RULES,
  person: PersonId | null,
  events: readonly Seen[],
  what: (event: Seen) => unknown,
): readonly AuditFinding[] {
  const { count, minutes } = FINDING_RULES[kind]
  const found: AuditFinding[] = []
  let from = 0
  for (const [at, event] of events.entries()) {
    while ((events[from]?.at ?? event.at) < event.at - minutes * 60_000) from += 1
    const window = events.slice(from, at + 1)
    const first = window[0] ?? event
    const distinct = new Set(window.map(what)).size
    if (distinct < count) continue
    const before = found.at(-1)
    const goesOn = before !== undefined && before.last >= first.seq
    const finding = {
      kind,
      person,
      count: goesOn ? Math.max(before.count, distinct) : distinct,
      since: goesOn ? before.since : first.at,
      until: event.at,
      first: goesOn ? before.first : first.seq,
      last: event.seq,
    }
    found.splice(goesOn ? -1 : found.length, goesOn ? 1 : 0, finding)
  }
  return found
}
