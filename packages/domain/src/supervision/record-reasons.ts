import { agreementItems } from '../attention/agreements.js'
import { goalsInOrder } from '../plan/plan.js'
import type { QueueFacts, RecordFacts } from './queue-facts.js'
import type { QueueReason, ReasonPlace } from './reason.js'

type Onlooker = Pick<QueueFacts, 'supervisor' | 'now'>

/** What one record of a case asks its supervisor to look at. (SQ1, SQ19) */
export function reasonsInRecord(
  record: RecordFacts,
  place: ReasonPlace,
  onlooker: Onlooker,
): readonly QueueReason[] {
  return [...chainReasons(record, place, onlooker.now), ...agreementReasons(record, place, onlooker)]
}

function chainReasons(
  { plan, alerts, readAt }: RecordFacts,
  place: ReasonPlace,
  now: number,
): readonly QueueReason[] {
  const broken = alerts.filter(({ kind }) => kind === 'history-broken')
  const since = broken.length > 0 ? Math.min(...broken.map(({ at }) => at)) : now
  const history: readonly QueueReason[] =
    plan === null || broken.length > 0 ? [{ kind: 'history-broken', in: place, at: since }] : []
  const unread = alerts.filter(({ kind, at }) => kind === 'large-deletion' && at > (readAt ?? -Infinity))
  return [...history, ...unread.map(({ at, by }) => ({ kind: 'large-deletion' as const, in: place, at, by }))]
}

function agreementReasons(
  { plan, readAt }: RecordFacts,
  place: ReasonPlace,
  { supervisor, now }: Onlooker,
): readonly QueueReason[] {
  if (plan === null) return []
  const onlooker = { person: supervisor, relation: 'supervisor', seenUpTo: readAt ?? 0, now } as const
  return goalsInOrder(plan)
    .filter(({ lifecycle }) => lifecycle === 'proposed' || lifecycle === 'active')
    .flatMap((goal) => agreementItems(goal, plan.parties, onlooker))
    .flatMap((item): readonly QueueReason[] => {
      if (item.kind !== 'lapsed' && item.kind !== 'answered') return []
      const { goal, goalName, step, at, by } = item
      const where = { in: place, goal, goalName, step }
      if (item.kind === 'lapsed') return [{ ...where, kind: 'lapsed', at, by }]
      return [{ ...where, kind: 'open-answer', at, by: item.by, answer: item.answer }]
    })
}
