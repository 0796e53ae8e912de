import type { AllianceCue } from '../alliance/series.js'
import { agreementItems } from '../attention/agreements.js'
import type { PersonId } from '../ids.js'
import { goalsInOrder, type Plan } from '../plan/plan.js'
import { byWeight, type QueueBand, type QueueReason } from './reason.js'
import type { QueueThresholds } from './thresholds.js'

const DAY_MS = 86_400_000

/** Something that the live plan or a check of the history raised. Holds no words. */
export interface QueueAlert {
  readonly kind: 'large-deletion' | 'history-broken'
  readonly at: number
  readonly by: PersonId | null
}

/** What a check-in asks of a supervisor: made of what is shown to them alone. (AL3, CI3) */
export interface QueueCue {
  readonly client: PersonId
  readonly cue: AllianceCue
}

/** What a queue knows of one case, for one supervisor. Times in ms. */
export interface QueueFacts {
  readonly supervisor: PersonId
  /** Null when its history could not be read. */
  readonly plan: Plan | null
  readonly alerts: readonly QueueAlert[]
  /** When the supervisor last read it, by the access events; null when never. */
  readonly readAt: number | null
  /** Since when they supervise it. */
  readonly since: number
  readonly now: number
  readonly cues?: readonly QueueCue[]
}

/** Whole days that have passed. */
export function daysSince(at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / DAY_MS))
}

/** Why a case asks for its supervisor, the heaviest reason first. (SQ1, SQ2) */
export function reasonsOf(facts: QueueFacts, thresholds: QueueThresholds): readonly QueueReason[] {
  const reasons = [
    ...recordReasons(facts),
    ...agreementReasons(facts),
    ...timeReasons(facts, thresholds),
    ...checkInReasons(facts),
  ]
  return reasons.sort(byWeight)
}

/** The most urgent band of any of its reasons. (SQ4) */
export function bandOf(
  reasons: readonly QueueReason[],
  facts: Pick<QueueFacts, 'readAt' | 'now'>,
  thresholds: QueueThresholds,
): QueueBand {
  const bands = reasons.map((reason) => bandOfReason(reason, facts, thresholds))
  if (bands.includes('today')) return 'today'
  return bands.includes('this-week') ? 'this-week' : 'fine'
}

function recordReasons({ plan, alerts, readAt, now }: QueueFacts): readonly QueueReason[] {
  const broken = alerts.filter(({ kind }) => kind === 'history-broken')
  const since = broken.length > 0 ? Math.min(...broken.map(({ at }) => at)) : now
  const history: readonly QueueReason[] =
    plan === null || broken.length > 0 ? [{ kind: 'history-broken', at: since }] : []
  const unread = alerts.filter(({ kind, at }) => kind === 'large-deletion' && at > (readAt ?? -Infinity))
  return [...history, ...unread.map(({ at, by }) => ({ kind: 'large-deletion' as const, at, by }))]
}

function agreementReasons({ plan, supervisor, readAt, now }: QueueFacts): readonly QueueReason[] {
  if (plan === null) return []
  const onlooker = { person: supervisor, relation: 'supervisor', seenUpTo: readAt ?? 0, now } as const
  return goalsInOrder(plan)
    .filter(({ lifecycle }) => lifecycle === 'proposed' || lifecycle === 'active')
    .flatMap((goal) => agreementItems(goal, plan.parties, onlooker))
    .flatMap((item): readonly QueueReason[] => {
      if (item.kind !== 'lapsed' && item.kind !== 'answered') return []
      const { goal, goalName, step, at, by } = item
      if (item.kind === 'lapsed') return [{ kind: 'lapsed', goal, goalName, step, at, by }]
      return [{ kind: 'open-answer', goal, goalName, step, at, by: item.by, answer: item.answer }]
    })
}

function timeReasons(
  { readAt, since, now }: QueueFacts,
  thresholds: QueueThresholds,
): readonly QueueReason[] {
  if (readAt === null) return [{ kind: 'never-read', at: since }]
  const isLong = daysSince(readAt, now) > thresholds.unreadWeekDays
  return isLong ? [{ kind: 'unread-for-long', at: readAt }] : []
}

function checkInReasons({ cues = [] }: QueueFacts): readonly QueueReason[] {
  return cues.map(({ client, cue }) => ({ kind: 'check-in', at: cue.at, client, cue }))
}

function bandOfReason(
  reason: QueueReason,
  { readAt, now }: Pick<QueueFacts, 'readAt' | 'now'>,
  thresholds: QueueThresholds,
): QueueBand {
  switch (reason.kind) {
    case 'history-broken':
    case 'large-deletion':
      return 'today'
    case 'lapsed':
    case 'open-answer': {
      // What they have read lies with the pair again; a week later it is worth another look. (SQ4)
      const isRead = readAt !== null && readAt >= reason.at
      const stands = daysSince(isRead ? readAt : reason.at, now) >= thresholds.agreementDays
      if (isRead) return stands ? 'this-week' : 'fine'
      return stands ? 'today' : 'this-week'
    }
    case 'never-read':
      return daysSince(reason.at, now) >= thresholds.neverReadDays ? 'today' : 'this-week'
    case 'unread-for-long':
      return daysSince(reason.at, now) >= thresholds.unreadTodayDays ? 'today' : 'this-week'
    case 'check-in':
      return daysSince(reason.at, now) >= thresholds.agreementDays ? 'today' : 'this-week'
  }
}
