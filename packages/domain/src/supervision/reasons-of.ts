import type { QueueFacts } from './queue-facts.js'
import { byWeight, type QueueBand, type QueueReason } from './reason.js'
import { reasonsInRecord } from './record-reasons.js'
import type { QueueThresholds } from './thresholds.js'

const DAY_MS = 86_400_000

/** Whole days that have passed. */
export function daysSince(at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / DAY_MS))
}

/** Why a case asks for its supervisor, the heaviest reason first. (SQ1, SQ2) */
export function reasonsOf(facts: QueueFacts, thresholds: QueueThresholds): readonly QueueReason[] {
  const { confidential } = facts
  const reasons = [
    ...reasonsInRecord(facts, 'plan', facts),
    ...(confidential ? reasonsInRecord(confidential, 'confidential', facts) : []),
    ...reviewReasons(facts, thresholds),
    ...timeReasons(facts, thresholds),
  ]
  return reasons.sort(byWeight)
}

type ReadTimes = Pick<QueueFacts, 'readAt' | 'confidential' | 'now'>

/** The most urgent band of any of its reasons. (SQ4) */
export function bandOf(
  reasons: readonly QueueReason[],
  facts: ReadTimes,
  thresholds: QueueThresholds,
): QueueBand {
  const bands = reasons.map((reason) => bandOfReason(reason, facts, thresholds))
  if (bands.includes('today')) return 'today'
  return bands.includes('this-week') ? 'this-week' : 'fine'
}

/** A signature that is due, and asks that wait. (SQ17, SQ18) */
function reviewReasons(
  { review: { asks, unsigned }, now }: QueueFacts,
  { unsignedDays }: QueueThresholds,
): readonly QueueReason[] {
  const isDue = unsigned !== null && daysSince(unsigned.at, now) >= unsignedDays
  const due: readonly QueueReason[] = isDue ? [{ kind: 'unsigned', ...unsigned }] : []
  return [...asks.map((ask) => ({ kind: 'ask-open' as const, ...ask })), ...due]
}

function timeReasons(
  { readAt, since, now }: QueueFacts,
  thresholds: QueueThresholds,
): readonly QueueReason[] {
  if (readAt === null) return [{ kind: 'never-read', at: since }]
  const isLong = daysSince(readAt, now) > thresholds.unreadWeekDays
  return isLong ? [{ kind: 'unread-for-long', at: readAt }] : []
}

function bandOfReason(
  reason: QueueReason,
  { readAt: planReadAt, confidential, now }: ReadTimes,
  thresholds: QueueThresholds,
): QueueBand {
  const days = daysSince(reason.at, now)
  switch (reason.kind) {
    case 'history-broken':
    case 'large-deletion':
      return 'today'
    case 'lapsed':
    case 'open-answer': {
      // What they have read lies with the pair again; a week later it is worth another look. (SQ4)
      const readAt = reason.in === 'plan' ? planReadAt : (confidential?.readAt ?? null)
      const isRead = readAt !== null && readAt >= reason.at
      const stands = daysSince(isRead ? readAt : reason.at, now) >= thresholds.agreementDays
      if (isRead) return stands ? 'this-week' : 'fine'
      return stands ? 'today' : 'this-week'
    }
    case 'ask-open':
      return days >= thresholds.askDays ? 'this-week' : 'fine'
    case 'unsigned':
      return 'this-week'
    case 'never-read':
      return days >= thresholds.neverReadDays ? 'today' : 'this-week'
    case 'unread-for-long':
      return days >= thresholds.unreadTodayDays ? 'today' : 'this-week'
  }
}
