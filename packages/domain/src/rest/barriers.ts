/**
 * What gets in the way of working together. (BA)
 *
 * At both:
 * - `GET /api/cases/:caseId/barriers` → {@link BarrierRegister}: those that the asker may read
 * - `POST /api/cases/:caseId/barriers` {@link NoticeBody} → 201 {@link ShownBarrier}
 * - `POST /api/cases/:caseId/barriers/:barrier/words` {@link SayBody} → {@link ShownBarrier}
 *
 * At the console:
 * - `POST /api/cases/:caseId/barriers/:barrier/moves` {@link MoveBody} → {@link ShownBarrier}: practitioners
 *
 * Refused: 404 `not-found`; 403 `not-yours`, `read-only`; 409 `already-exists` (it is at that station), `case-closed`,
 * `words-changed` (somebody said or moved something in between); 400 `malformed` (back without a reason).
 */
import { z } from 'zod/mini'
import { STATIONS } from '../alliance/station.js'
import {
  BARRIER_KINDS,
  LONGEST_BARRIER,
  LONGEST_BARRIER_WORDS,
  type Barrier,
  type BarrierCue,
} from '../barrier/barrier.js'
import type { CaseId, PersonId } from '../ids.js'
import { id, nth } from '../sync/shapes.js'
import type { PersonName } from '../sync/wire.js'
import { words } from './words.js'

export const noticeSchema = z.strictObject({
  client: id<PersonId>(),
  kind: z.enum(BARRIER_KINDS),
  words: words(LONGEST_BARRIER),
})
export type NoticeBody = z.infer<typeof noticeSchema>

/** `after` is the last entry that was read. */
export const saySchema = z.strictObject({ after: nth, words: words(LONGEST_BARRIER_WORDS) })
export type SayBody = z.infer<typeof saySchema>

/** Back needs words: why. (BA2) */
export const moveSchema = z.strictObject({
  after: nth,
  station: z.enum(STATIONS),
  words: z.nullable(words(LONGEST_BARRIER_WORDS)),
})
export type MoveBody = z.infer<typeof moveSchema>

/** Why it is worth asking about is said to staff alone. (BA5) */
export interface ShownBarrier extends Barrier {
  readonly cue: BarrierCue | null
}

export interface BarriersOfClient {
  readonly client: PersonId
  readonly name: string
  /** Everybody who reads them now, by the server's own rule. (BA3) */
  readonly readers: readonly PersonName[]
  /** What is open first, each in the order in which it was noticed. */
  readonly barriers: readonly ShownBarrier[]
}

export interface BarrierRegister {
  readonly caseId: CaseId
  readonly clients: readonly BarriersOfClient[]
  /** Everybody named in the case, for the names of who wrote. */
  readonly people: readonly PersonName[]
  readonly mayWrite: boolean
  readonly mayMove: boolean
}
