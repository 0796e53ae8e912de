import type { LogId } from '@accord/domain/ids'
import type { AttentionList, SeenBody } from '@accord/domain/rest/attention'
import { postJson } from '../../../lib/http.js'

/** Notes that everything in a list has been seen. (AT8) */
export async function markSeen({ at, cases }: AttentionList): Promise<void> {
  const unseen = cases.filter(
    ({ items, looks, reviews, sessions, alarms }) =>
      [...items, ...looks, ...reviews, ...alarms].some(({ isNew }) => isNew) || sessions.length > 0,
  )
  await markPlansSeen(
    unseen.map(({ plan }) => plan),
    at,
  )
}

/** Notes that what was told of these plans has been seen up to a time, in ms. (AT8) */
export async function markPlansSeen(plans: readonly LogId[], upTo: number): Promise<void> {
  const body: SeenBody = { upTo }
  await Promise.all(plans.map((plan) => postJson(`/api/plans/${plan}/seen`, body)))
}
