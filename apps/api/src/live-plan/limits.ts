import { LANE_CONNECTIONS } from '../database/lane-connections.js'
import { PLAN_LIMITS, type PlanLimits } from '@accord/domain/plan/limits'

/** Nest's token for the live plan's bounds. */
export const LIVE_LIMITS = Symbol('live limits')

/** Bounds of the live plan. All of them are configuration. Times in ms. (LP11) */
export interface LiveLimits {
  readonly plan: PlanLimits
  /** Largest operation as JSON, and largest message of any kind. */
  readonly operationBytes: number
  readonly messageBytes: number
  /** Operations of one person: how many a second in the long run, and how many at once. */
  readonly operationsPerSecond: number
  readonly operationBurst: number
  readonly looksPerSecond: number
  readonly lookBytes: number
  /** Entries that a `joined` carries at most. */
  readonly joinPage: number
  /** Latest entries that a room keeps at hand for whoever joins again. */
  readonly entriesAtHand: number
  readonly socketsPerPerson: number
  readonly socketsPerAddress: number
  readonly connectTime: number
  /** Bytes that may wait for one slow socket. */
  readonly waitingBytes: number
  /** How long a room believes what it read of people's rights; a commit asks anew, always. (AC7) */
  readonly rightsAge: number
  /** How long a socket's sign-in is believed before it is looked up again. */
  readonly signInAge: number
  /** How often rooms look after rights that ended and entries of other processes; often enough to keep what they know of rights young. */
  readonly roundTime: number
  /** How long a room without anybody stays open. */
  readonly idleTime: number
  readonly checkpointEvery: number
  /** Entries that one commit stores at most. */
  readonly batch: number
  /** Commits that are on their way at the same time. */
  readonly batches: number
}

export const DEFAULT_LIVE_LIMITS: LiveLimits = {
  plan: PLAN_LIMITS,
  operationBytes: 64 * 1024,
  messageBytes: 128 * 1024,
  operationsPerSecond: 20,
  operationBurst: 60,
  looksPerSecond: 10,
  lookBytes: 1024,
  joinPage: 500,
  entriesAtHand: 500,
  socketsPerPerson: 10,
  // A practice behind one address: every page that is looked at holds one. (PU3)
  socketsPerAddress: 200,
  connectTime: 5_000,
  waitingBytes: 1024 * 1024,
  rightsAge: 1_000,
  signInAge: 1_500,
  roundTime: 700,
  idleTime: 30_000,
  checkpointEvery: 100,
  batch: 512,
  batches: LANE_CONNECTIONS,
}
