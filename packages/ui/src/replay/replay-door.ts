import type { GoalId, LogId } from '@accord/domain/ids'
import type { RecordAt, ReplayBegun } from '@accord/domain/rest/record'
import type { StartCheck } from './check/start-check.js'

/** How a replay reaches the record; each app knocks in its own way. (HI11–HI13) */
export interface ReplayDoor {
  readonly begin: (plan: LogId, goal: GoalId | null) => Promise<ReplayBegun>
  /** The plan after the last entry. */
  readonly last: (plan: LogId, replay: string) => Promise<RecordAt>
  readonly check: StartCheck
}

/** Says that a replay is over, even while the page goes away. (HI12) */
export function leaveReplay(plan: LogId, replay: string): void {
  const path = `/api/plans/${encodeURIComponent(plan)}/replays/${encodeURIComponent(replay)}/left`
  const headers = { 'content-type': 'application/json' }
  // Nobody is left to hear an answer; a look whose end was not heard ends with the sign-in.
  fetch(path, { method: 'POST', headers, body: '{}', credentials: 'same-origin', keepalive: true }).catch(
    () => undefined,
  )
}
