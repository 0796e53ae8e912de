import { byWeight, type QueueBand, type QueueReason } from './reason.js'

/** How somebody likes their queue within each band: as it decides, the longest unread first, or by name. (SQ6) */
export const QUEUE_ORDERS = ['need', 'unread', 'name'] as const
export type QueueOrder = (typeof QUEUE_ORDERS)[number]

/** What a case is put in order by. */
export interface Queued {
  readonly band: QueueBand
  readonly reasons: readonly QueueReason[]
  /** In ms; null when never. */
  readonly readAt: number | null
  /** The client's, as lists show it. */
  readonly name: string
}

const BANDS: readonly QueueBand[] = ['today', 'this-week', 'fine']

/** Today before this week before fine; within a band as somebody likes it. Leaves what it is given as it was. (SQ5) */
export function inQueueOrder<Case extends Queued>(
  cases: readonly Case[],
  order: QueueOrder,
): readonly Case[] {
  return [...cases].sort((a, b) => BANDS.indexOf(a.band) - BANDS.indexOf(b.band) || within(order, a, b))
}

function within(order: QueueOrder, a: Queued, b: Queued): number {
  switch (order) {
    case 'need':
      return byNeed(a, b) || byUnread(a, b) || byName(a, b)
    case 'unread':
      return byUnread(a, b) || byName(a, b)
    case 'name':
      return byName(a, b)
  }
}

/** By the heaviest reason; a case without any stands after those that have one. */
function byNeed({ reasons: [a] }: Queued, { reasons: [b] }: Queued): number {
  if (a && b) return byWeight(a, b)
  return Number(a === undefined) - Number(b === undefined)
}

function byUnread(a: Queued, b: Queued): number {
  const [left, right] = [a.readAt ?? -1, b.readAt ?? -1]
  return left - right
}

function byName(a: Queued, b: Queued): number {
  return a.name.localeCompare(b.name)
}
