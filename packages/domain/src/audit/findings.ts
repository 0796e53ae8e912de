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

/** Looks for findings while events come in their order, page by page. It holds no more of them than each rule's window. */
export interface AuditWatch {
  readonly see: (events: readonly Seen[]) => void
  /** What was found so far, the latest first. */
  readonly found: () => readonly AuditFinding[]
}

/**
 * A run of events that fits a rule is one finding, however long it goes on.
 * @param hourOf the hour of the clinic's day, 0–23, of a time in ms
 */
export function watchAudit(hourOf: (at: number) => number): AuditWatch {
  const runs = [
    runsOf('many-cases', isReadOfCase, ({ case: caseId }) => caseId),
    runsOf('many-refusals', isRefusal, ({ seq }) => seq),
    runsOf(
      'wrong-passwords',
      ({ code }) => code === 'wrong-credentials',
      ({ seq }) => seq,
    ),
  ]
  const nights: AuditFinding[] = []
  const see = (event: Seen): void => {
    for (const run of runs) run.see(event)
    if (isExport(event) && isNight(hourOf(event.at))) nights.push(nightExport(event))
  }
  return {
    see: (events) => events.forEach(see),
    found: () => [...runs.flatMap((run) => run.found()), ...nights].sort((a, b) => b.until - a.until),
  }
}

function isReadOfCase({ outcome, case: caseId, action }: Seen): boolean {
  return outcome === 'done' && caseId !== null && auditKindOf(action) === 'read'
}

function isRefusal({ outcome, action }: Seen): boolean {
  return outcome === 'refused' && action !== 'sign-in'
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

/** What one person did within a rule's minutes, and the runs of theirs so far. */
interface Window {
  events: Seen[]
  /** How many at the head of `events` are too old. */
  past: number
  /** How often each counted thing stands in the window. */
  readonly times: Map<unknown, number>
  readonly runs: AuditFinding[]
}

interface Runs {
  readonly see: (event: Seen) => void
  readonly found: () => readonly AuditFinding[]
}

function runsOf(
  kind: keyof typeof FINDING_RULES,
  fits: (event: Seen) => boolean,
  what: (event: Seen) => unknown,
): Runs {
  const { count, minutes } = FINDING_RULES[kind]
  const windows = new Map<PersonId | null, Window>()
  const see = (event: Seen): void => {
    if (!fits(event)) return
    const window = windows.get(event.person) ?? { events: [], past: 0, times: new Map(), runs: [] }
    windows.set(event.person, window)
    moveOn(window, event, event.at - minutes * 60_000, what)
    if (window.times.size >= count) goOn(window, kind, event)
  }
  return { see, found: () => [...windows.values()].flatMap(({ runs }) => runs) }
}

/** Takes an event in, and leaves behind what is older than `from`. Each event is passed once. */
function moveOn(window: Window, event: Seen, from: number, what: (event: Seen) => unknown): void {
  const { times } = window
  window.events.push(event)
  times.set(what(event), (times.get(what(event)) ?? 0) + 1)
  for (let old = window.events[window.past]; old && old.at < from; old = window.events[window.past]) {
    window.past += 1
    const left = (times.get(what(old)) ?? 0) - 1
    if (left > 0) times.set(what(old), left)
    else times.delete(what(old))
  }
  if (window.past * 2 > window.events.length) {
    window.events = window.events.slice(window.past)
    window.past = 0
  }
}

function goOn({ events, past, times, runs }: Window, kind: keyof typeof FINDING_RULES, event: Seen): void {
  const first = events[past] ?? event
  const before = runs.at(-1)
  const [until, last] = [event.at, event.seq]
  if (before === undefined || before.last < first.seq)
    runs.push({
      kind,
      person: event.person,
      count: times.size,
      since: first.at,
      until,
      first: first.seq,
      last,
    })
  else runs[runs.length - 1] = { ...before, count: Math.max(before.count, times.size), until, last }
}
