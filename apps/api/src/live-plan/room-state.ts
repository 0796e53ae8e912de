import type { Actor } from '@accord/domain/access/subject'
import type { HistoryEntry } from '@accord/domain/history/entry'
import type { ChainPosition } from '@accord/domain/history/verify'
import type { ClientId, ClinicId, ConnectionId } from '@accord/domain/ids'
import type { TextOperation } from '@accord/domain/plan/accept'
import type { PlanCommand } from '@accord/domain/plan/command'
import type { Asker } from '@accord/domain/plan/decide'
import type { PlanLimits } from '@accord/domain/plan/limits'
import {
  enactStaged,
  stage,
  startStaging,
  type Operation,
  type Staged,
  type Staging,
} from '@accord/domain/plan/stage'
import { isRefusal, type Refusal, type RefusalCode } from '@accord/domain/refusal'
import type { AcceptedMessage } from '@accord/domain/sync/wire'
import type { LogKey } from '../history/key-store.js'
import { hexOf, sealWords, wordsOf, type EntryWords, type StoredEntry } from '../history/sealing.js'
import { foldOrBroken } from '../plan/fold-or-broken.js'
import type { LoadedPlan } from '../plan/plan-reader.js'
import { noteDeletion, type Deletions } from './deletions.js'

/** A plan at one of its entries, with all that the next operation is judged by. Plain data. */
export interface RoomState {
  readonly staging: Staging
  readonly position: ChainPosition
  readonly deletions: Deletions
}

export type OperationAnswer =
  | { readonly kind: 'accepted'; readonly message: AcceptedMessage }
  | { readonly kind: 'refused'; readonly code: RefusalCode }

/** An operation as it was asked for, and whom to answer. */
export interface Asked {
  readonly actor: Actor
  readonly connection: ConnectionId | null
  readonly clientId: ClientId
  readonly op: number
  readonly operation:
    | { readonly kind: 'text'; readonly text: TextOperation }
    | { readonly kind: 'command'; readonly command: PlanCommand }
  readonly answer: (answer: OperationAnswer) => void
}

/** An operation that holds, sealed and waiting to be stored. Nobody has been told of it. */
export interface StagedOperation {
  readonly asked: Asked
  readonly entry: StoredEntry
  readonly known: HistoryEntry
  /** The same entry's payload and record as they are hashed and told. */
  readonly words: EntryWords
  readonly after: RoomState
  /** True when a `large-deletion` alert has to be stored with it. (Y7) */
  readonly alarming: boolean
}

/** What sealing needs beside the state. */
export interface Sealing {
  readonly clinic: ClinicId
  readonly key: LogKey
  readonly at: number
  /** False in a log of somebody's own: whoever takes out their own words there takes nothing from anybody. */
  readonly tellsDeletions: boolean
}

export function stateOf(loaded: LoadedPlan, limits: PlanLimits): RoomState {
  const begun = startStaging(loaded.start)
  const folded = loaded.tail.reduce((before, entry) => stagingWith(before, entry, limits), begun)
  // A restored log is of an epoch that none of its entries bears yet. (BR9)
  const staging = { ...folded, plan: { ...folded.plan, epoch: loaded.plan.epoch } }
  return { staging, position: loaded.position, deletions: new Map() }
}

/** The state after an entry that another process stored. */
export function stateWith(
  state: RoomState,
  entry: HistoryEntry,
  position: ChainPosition,
  limits: PlanLimits,
): RoomState {
  const at = { log: state.staging.plan.log, seq: entry.seq }
  const staging = foldOrBroken(at, () => stagingWith(state.staging, entry, limits))
  return { ...state, staging, position }
}

function stagingWith(before: Staging, entry: HistoryEntry, limits: PlanLimits): Staging {
  const { after } = enactStaged(before, entry, entry.payload, undefined, limits)
  return after.plan.epoch === entry.epoch ? after : { ...after, plan: { ...after.plan, epoch: entry.epoch } }
}

/** Takes an operation through the accept path and seals what comes out. */
export function stageOperation(
  state: RoomState,
  asked: Asked,
  operation: Operation,
  asker: Asker,
  sealing: Sealing & { readonly limits: PlanLimits },
): StagedOperation | Refusal {
  const staged = stage(state.staging, operation, asker, sealing.at, sealing.limits)
  return isRefusal(staged) ? staged : sealStaged(state, asked, staged, asker, sealing)
}

function sealStaged(
  state: RoomState,
  asked: Asked,
  staged: Staged,
  asker: Asker,
  { clinic, key, at, tellsDeletions }: Sealing,
): StagedOperation {
  const { payload, record, after } = staged
  const { log, epoch, seq } = after.plan
  // The log itself says which session is live; a start that came first makes this lose and be staged anew. (SE6)
  const session = state.staging.plan.live?.session ?? null
  const by = { author: asker.person, relation: asker.relation, session }
  const { clientId, op, connection } = asked
  const words = wordsOf(payload, record)
  const { kind } = payload
  const entry = sealWords(
    { clinic, log, seq, prevHash: state.position.hash, epoch, kind, clientId, op, connection, at, ...by },
    words,
    key,
  )
  const known = { seq, epoch, hash: hexOf(entry.hash), at, clientId, op, ...by, payload, record }
  const position = { log, seq, hash: entry.hash, at, epoch }
  const noted = noteDeletion(state.deletions, state.staging.plan, asker.person, at, record)
  const next = { staging: after, position, deletions: noted.deletions }
  return { asked, entry, known, words, after: next, alarming: noted.alarming && tellsDeletions }
}

/** What the author of a stored entry is told. Plain typing comes without payload: its writer has it. (LP3) */
export function acceptedMessage(log: ChainPosition['log'], entry: HistoryEntry): AcceptedMessage {
  const { seq, hash, at, op, payload } = entry
  const answer = { plan: log, op: op ?? 0, seq, hash, at }
  const plain = payload.kind === 'text' && payload.undoes === undefined
  return plain ? answer : { ...answer, payload }
}
