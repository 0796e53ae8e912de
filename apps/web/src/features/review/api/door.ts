import type { LogId } from '@accord/domain/ids'
import type { RecordAt, ReplayBegun } from '@accord/domain/rest/record'
import { startCheckWith } from '@accord/ui/replay/check/start-check'
import { workerUrl } from '@accord/ui/replay/check/worker-url'
import type { ReplayDoor } from '@accord/ui/replay/replay-door'
import { CHECK_WORKER } from './check-worker-address.js'
import { getJson, postJson } from '../../../lib/http.js'

const path = (plan: LogId) => `/api/plans/${encodeURIComponent(plan)}`

/** How the console reaches a record. (HI11–HI13) */
export const DOOR: ReplayDoor = {
  begin: (plan, goal) => postJson<ReplayBegun>(`${path(plan)}/replays`, { goal }),
  last: (plan, replay) => getJson<RecordAt>(`${path(plan)}/record/at?replay=${encodeURIComponent(replay)}`),
  check: startCheckWith(() => new Worker(workerUrl(CHECK_WORKER), { type: 'module' })),
}
