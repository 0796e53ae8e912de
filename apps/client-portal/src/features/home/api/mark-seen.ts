import type { AttentionList, SeenBody } from '@accord/domain/rest/attention'
import { sendJson } from '../../../lib/request.js'

/** Notes that everything in a list has been seen. (AT8) */
export async function markSeen({ at, cases }: AttentionList): Promise<void> {
  const body: SeenBody = { upTo: at }
  const unseen = cases.filter(
    ({ items, looks, sessions }) => [...items, ...looks].some(({ isNew }) => isNew) || sessions.length > 0,
  )
  await Promise.all(unseen.map(({ plan }) => sendJson(`/api/plans/${plan}/seen`, body)))
}
