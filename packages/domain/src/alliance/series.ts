import { controlChart, type ControlChart } from '../measure/control-chart.js'
import type { AllianceThresholds } from '../measure/thresholds.js'
import { lowestAspect, type Aspect, type AspectRatings } from './check-in.js'
import { ASKED_FOR_MS, type HeldSession } from './held-sessions.js'

/**
 * What reached somebody of one session's check-in: its answers; that there is one, kept until they have talked; that
 * the client said "not today"; or nothing.
 */
export type CheckInStanding = 'answered' | 'kept' | 'not-today' | 'none'

/** A session and what its check-in says to whoever reads. `mean` is from 0 to 10. */
export interface AllianceSession extends HeldSession {
  readonly standing: CheckInStanding
  readonly mean: number | null
  readonly ratings: AspectRatings
  readonly words: string | null
}

/** Something that is worth asking about; never a diagnosis. `at` is when the session ended, in ms. (AL3) */
export type AllianceCue =
  | {
      readonly kind: 'below-range'
      readonly session: HeldSession['session']
      readonly number: number
      readonly at: number
      readonly mean: number
      readonly lowest: Aspect
      readonly isProvisional: boolean
    }
  /** No check-in reached the reader after so many sessions, the latest among them. */
  | { readonly kind: 'unanswered'; readonly number: number; readonly at: number; readonly sessions: number }

/** One client against themselves only; limits are learned from the first sessions and frozen there. (AL1, AL2) */
export function allianceChart(
  sessions: readonly AllianceSession[],
  { baseline, smallestChange }: AllianceThresholds,
): ControlChart {
  return controlChart(
    sessions.map(({ mean }) => mean),
    { baseline, smallestChange, min: 0, max: 10 },
  )
}

/** What stands open: the last dip that is neither repaired nor talked about, and check-ins that did not come. (AL3) */
export function openCues(
  sessions: readonly AllianceSession[],
  thresholds: AllianceThresholds,
  { talkedAbout, now }: { readonly talkedAbout: ReadonlySet<HeldSession['session']>; readonly now: number },
): readonly AllianceCue[] {
  // A client is still asked about the latest session: that they have not answered yet says nothing. (CI5)
  const settled = sessions.filter(
    ({ standing, endedAt }) => standing !== 'none' || now - endedAt > ASKED_FOR_MS,
  )
  return [...dips(sessions, thresholds, talkedAbout), ...silence(settled, thresholds)]
}

function dips(
  sessions: readonly AllianceSession[],
  thresholds: AllianceThresholds,
  talkedAbout: ReadonlySet<HeldSession['session']>,
): readonly AllianceCue[] {
  const { points, standing } = allianceChart(sessions, thresholds)
  const low = points.findLastIndex(({ signal }) => signal === 'below')
  const dipped = sessions[low]
  if (dipped === undefined || points.slice(low + 1).some(({ isRepair }) => isRepair)) return []
  const lowest = lowestAspect(dipped.ratings)
  if (dipped.mean === null || lowest === null || talkedAbout.has(dipped.session)) return []
  const { session, number, endedAt: at, mean } = dipped
  return [{ kind: 'below-range', session, number, at, mean, lowest, isProvisional: standing !== 'full' }]
}

/** Counted only after a first answer: who never took it up is not asked why. */
function silence(
  sessions: readonly AllianceSession[],
  { unanswered }: AllianceThresholds,
): readonly AllianceCue[] {
  const latest = sessions.at(-1)
  const answered = sessions.findLastIndex(({ standing }) => standing === 'answered' || standing === 'kept')
  const count = sessions.length - 1 - answered
  if (latest === undefined || answered < 0 || count < unanswered) return []
  return [{ kind: 'unanswered', number: latest.number, at: latest.endedAt, sessions: count }]
}
