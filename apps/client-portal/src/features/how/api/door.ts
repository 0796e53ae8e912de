import type { LogId } from '@accord/domain/ids'
import type { RecordAt, ReplayBegun } from '@accord/domain/rest/record'
import { startCheckWith } from '@accord/ui/replay/check/start-check'
import { workerUrl } from '@accord/ui/replay/check/worker-url'
import type { ReplayDoor } from '@accord/ui/replay/replay-door'
import { readJson, sendJson } from '../../../lib/request.js'
import { CHECK_WORKER } from './check-worker-address.js'

const path = (plan: LogId) => `/api/plans/${encodeURIComponent(plan)}`

/** How the portal reaches a record. (HI11–HI13) */
export const DOOR: ReplayDoor = {
  begin: async (plan, goal) =>
    (await (await sendJson(`${path(plan)}/replays`, { goal })).json()) as ReplayBegun,
  last: (plan, replay) => readJson<RecordAt>(`${path(plan)}/record/at?replay=${encodeURIComponent(replay)}`),
  check: startCheckWith(() => new Worker(workerUrl(CHECK_WORKER), { type: 'module' })),
}
