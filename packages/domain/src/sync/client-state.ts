import type { Asker } from '../plan/decide.js'
import type { ClientId, LogId, PersonId } from '../ids.js'
import type { Plan } from '../plan/plan.js'
import type { RefusalCode } from '../refusal.js'
import type { Pending, PendingText, ShownChange, StoredPending, UnsavedWords } from './pending.js'
import { restorePending, storePending } from './pending.js'
import type { ChangeSet } from '@codemirror/state'
import type { ClosedReason, OwnTextMessage, CommandMessage } from './wire.js'

/** Where a client stands in a log. */
export interface Position {
  readonly epoch: number
  readonly seq: number
  readonly hash: string
}

/** One of a person's own edits that can still be taken back. */
export interface Undoable extends Pick<PendingText, 'goal' | 'step' | 'field' | 'key'> {
  /** The change that takes it back, in the coordinates of what is on screen. */
  readonly inverse: ChangeSet
  /** True when it took out words of somebody else, who must get them back as theirs. (HI7) */
  readonly removedOthers: boolean
  readonly at: number
}

/** Words that were refused, why, and when. */
export interface Refused {
  readonly code: RefusalCode | 'reset'
  readonly words: readonly UnsavedWords[]
  /** A refused command, which has no words. */
  readonly command: string | null
}

/** The client's side of the live plan: plain data, changed only by the functions of this folder. (LP3, LP4) */
export interface ClientState {
  readonly log: LogId
  readonly clientId: ClientId
  readonly me: Asker | null
  readonly link: 'offline' | 'joining' | 'live'
  readonly closed: ClosedReason | null
  /** The plan as the server confirmed it, at `position`; null until the first `joined`. */
  readonly confirmed: Plan | null
  readonly position: Position | null
  /** Own operations in order; the first is on the wire when `sent`. */
  readonly pending: readonly Pending[]
  readonly sent: boolean
  readonly nextOp: number
  readonly nextKey: number
  /** The seq of recently accepted own operations, by key. */
  readonly seqOfKey: ReadonlyMap<number, number>
  readonly undoables: readonly Undoable[]
  readonly redoables: readonly Undoable[]
  readonly refused: readonly Refused[]
}

/** The state after something happened, and what changed in the texts on screen because of it; author is null for own words taken off. */
export interface Step {
  readonly state: ClientState
  readonly shown: readonly (ShownChange & { readonly author: PersonId | null })[]
}

/** What a person is told about their words. (LP13) */
export type SavedState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline'; readonly waiting: number }
  | { readonly kind: 'not-saved' }

export type OutgoingMessage =
  | { readonly event: 'text'; readonly message: OwnTextMessage }
  | { readonly event: 'command'; readonly message: CommandMessage }

/** What is kept, encrypted, while a tab is closed. */
export interface StoredClient {
  readonly log: LogId
  readonly clientId: ClientId
  readonly position: Position
  readonly nextOp: number
  readonly nextKey: number
  readonly pending: readonly StoredPending[]
  readonly refused: readonly Refused[]
}

export function newClient(log: LogId, clientId: ClientId, me: Asker | null): ClientState {
  return {
    log,
    clientId,
    me,
    link: 'offline',
    closed: null,
    confirmed: null,
    position: null,
    pending: [],
    sent: false,
    nextOp: 1,
    nextKey: 1,
    seqOfKey: new Map(),
    undoables: [],
    redoables: [],
    refused: [],
  }
}

/** What to keep of a client, or null when nothing would be lost by closing its tab. */
export function storeClient(state: ClientState): StoredClient | null {
  if (!state.position || (state.pending.length === 0 && state.refused.length === 0)) return null
  const { log, clientId, position, nextOp, nextKey, refused } = state
  return { log, clientId, position, nextOp, nextKey, pending: storePending(state.pending), refused }
}

export function restoreClient(stored: StoredClient, me: Asker | null): ClientState {
  const { position, nextOp, nextKey, refused } = stored
  return {
    ...newClient(stored.log, stored.clientId, me),
    position,
    nextOp,
    nextKey,
    refused,
    pending: restorePending(stored.pending),
  }
}

export function savedState(state: ClientState): SavedState {
  if (state.refused.length > 0) return { kind: 'not-saved' }
  if (state.link !== 'live') return { kind: 'offline', waiting: state.pending.length }
  return { kind: state.pending.length === 0 ? 'saved' : 'saving' }
}
