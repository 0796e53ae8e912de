import type { HistoryEntry } from '../history/entry.js'
import type { Payload } from '../history/payload.js'
import { foldEntry } from '../plan/fold.js'
import { placesOf, textAt, type Plan } from '../plan/plan.js'
import { EMPTY_TEXT } from '../text/attributed.js'
import { changesJson, readChanges } from '../text/changes.js'
import { goesFirst } from '../text/precedence.js'
import { replacement } from '../text/replacement.js'
import { placeOf } from '../goal/field.js'
import { shownPlan } from './shown.js'
import type { ClientState, Position, Refused, Step } from './client-state.js'
import { passes } from './numbering.js'
import { rebase, unsavedWords, type Pending, type ShownChange } from './pending.js'
import { carryUndo } from './undo-stack.js'
import type { AcceptedMessage, ChangedMessage, ClosedReason, JoinedMessage, RefusedMessage } from './wire.js'

const NOTHING_SHOWN: Step['shown'] = []

/** The connection is there, and the client asks to join. */
export function joining(state: ClientState): ClientState {
  return { ...state, link: 'joining', sent: false, closed: null }
}

/** The connection is gone; what was on the wire may or may not have been stored, and is asked for again. */
export function dropped(state: ClientState): ClientState {
  return { ...state, link: 'offline', sent: false }
}

/** The server ended it: rights changed, or the person signed out. */
export function closed(state: ClientState, reason: ClosedReason): ClientState {
  return { ...state, link: 'offline', sent: false, closed: reason }
}

/** The plan is not this person's to write any more: what they had not sent is theirs to read and copy. (OF11) */
export function barred(state: ClientState): Step {
  return withdraw(closed(state, 'access-ended'), 'not-yours', null)
}

/** A page of what was missed, or the whole plan. (LP4) */
export function joined(state: ClientState, message: JoinedMessage): Step {
  const { epoch, seq, hash, snapshot } = message
  const me = state.me ?? asker(message)
  if (message.reset) return reset({ ...state, me }, message)
  let step: Step = { state: { ...state, me }, shown: NOTHING_SHOWN }
  for (const entry of message.entries) step = then(step, (before) => receiveEntry(before, entry))
  const { state: caughtUp, shown } = step
  if (message.nextFrom !== null) return { state: caughtUp, shown }
  const live: ClientState = {
    ...caughtUp,
    link: 'live',
    sent: false,
    confirmed: snapshot ?? caughtUp.confirmed,
    position: { epoch, seq, hash },
    nextOp: message.lastOp + 1,
  }
  return { state: live, shown }
}

/** Somebody's entry. When one is missing in between, the client joins again and gets it. (LP4) */
export function changed(state: ClientState, message: ChangedMessage): Step {
  if (state.link !== 'live' || !state.position) return { state, shown: NOTHING_SHOWN }
  if (message.entry.seq <= state.position.seq) return { state, shown: NOTHING_SHOWN }
  if (message.prevSeq !== state.position.seq) return { state: joining(state), shown: NOTHING_SHOWN }
  return receiveEntry(state, message.entry)
}

/** The own operation on the wire is stored, for good. (LP3) */
export function accepted(state: ClientState, message: AcceptedMessage): Step {
  const own = state.pending[0]
  if (!state.sent || !own || !state.me || !state.position || message.op !== state.nextOp) {
    return { state, shown: NOTHING_SHOWN }
  }
  if (message.seq !== state.position.seq + 1) return { state: joining(state), shown: NOTHING_SHOWN }
  const { seq, hash, at } = message
  return receiveEntry(state, {
    seq,
    hash,
    at,
    epoch: state.position.epoch,
    author: state.me.person,
    relation: state.me.relation,
    clientId: state.clientId,
    op: message.op,
    session: state.confirmed?.live?.session ?? null,
    payload: message.payload ?? payloadOf(own),
    record: {},
  })
}

/**
 * The own operation was refused. A passing refusal is tried again; any other sends all pending words of the tab
 * to the "not saved" box, because later ones were typed on top of it. (LP12)
 */
export function refused(state: ClientState, message: RefusedMessage): Step {
  const own = state.pending[0]
  if (!own || !state.sent || message.op !== state.nextOp) return { state, shown: NOTHING_SHOWN }
  if (passes(message.code)) {
    const staysJoined = message.code === 'too-fast' || message.code === 'sharing-paused'
    const waiting = staysJoined ? { ...state, sent: false } : joining(state)
    return { state: waiting, shown: NOTHING_SHOWN }
  }
  if (message.code === 'not-an-inverse' && own.kind === 'text') {
    const plain = [{ ...own, undoesKey: null }, ...state.pending.slice(1)]
    return {
      state: { ...state, sent: false, nextOp: state.nextOp + 1, pending: plain },
      shown: NOTHING_SHOWN,
    }
  }
  const command = own.kind === 'command' ? own.command.name : null
  return withdraw({ ...state, nextOp: state.nextOp + 1 }, message.code, command)
}

/** Takes pending operations off the screen and keeps their words in the "not saved" box. */
function withdraw(state: ClientState, code: Refused['code'], command: string | null): Step {
  const no: Refused = { code, words: unsavedWords(state.pending), command }
  const withdrawn: ClientState = {
    ...state,
    sent: false,
    pending: [],
    undoables: [],
    redoables: [],
    refused: no.words.length === 0 && command === null ? state.refused : [...state.refused, no],
  }
  return { state: withdrawn, shown: takenOffScreen(state, state.confirmed) }
}

/** The changes that turn the texts on screen into those of another plan. */
function takenOffScreen(state: ClientState, plan: Plan | null): Step['shown'] {
  const shown = shownPlan(state, 0)
  if (!shown || !plan) return NOTHING_SHOWN
  return placesOf(shown).flatMap((place) => {
    const before = textAt(shown, place) ?? EMPTY_TEXT
    const { changes } = replacement(before, textAt(plan, place) ?? EMPTY_TEXT)
    return changes.empty ? [] : [{ ...place, changes, author: null }]
  })
}

function asker(message: JoinedMessage): ClientState['me'] {
  const { person, relation } = message.you
  return relation === 'supervisor' || relation === 'administrator' ? null : { person, relation }
}

/** After a restore or an erasure the past is another one: unsent words are for review, never merged twice. (LP4) */
function reset(state: ClientState, message: JoinedMessage): Step {
  const { state: emptied } = withdraw(state, 'reset', null)
  const { epoch, seq, hash, snapshot, lastOp } = message
  const begun: ClientState = {
    ...emptied,
    link: 'live',
    confirmed: snapshot,
    position: { epoch, seq, hash },
    nextOp: lastOp + 1,
  }
  return { state: begun, shown: takenOffScreen(state, snapshot) }
}

function then(step: Step, next: (state: ClientState) => Step): Step {
  const { state, shown } = next(step.state)
  return { state, shown: [...step.shown, ...shown] }
}

function receiveEntry(state: ClientState, entry: HistoryEntry): Step {
  const [own, ...rest] = state.pending
  const isOwn = own !== undefined && entry.clientId === state.clientId && entry.op === state.nextOp
  const folded = state.confirmed ? foldEntry(state.confirmed, entry) : null
  const position: Position = { epoch: entry.epoch, seq: entry.seq, hash: entry.hash }
  const after: ClientState = { ...state, confirmed: folded, position }
  if (!isOwn) return rebased(after, entry, state.pending)
  const seqOfKey = new Map(state.seqOfKey).set(own.key, entry.seq)
  const confirmed: ClientState = { ...after, sent: false, nextOp: state.nextOp + 1, seqOfKey, pending: rest }
  // The own words are on screen already; only what the server filled in for a command is new there.
  return own.kind === 'text' ? { state: confirmed, shown: NOTHING_SHOWN } : rebased(confirmed, entry, rest)
}

function rebased(state: ClientState, entry: HistoryEntry, pending: readonly Pending[]): Step {
  const change = wordsOf(entry.payload)
  if (!change) return { state: { ...state, pending }, shown: NOTHING_SHOWN }
  const first = state.me !== null && goesFirst(state.me.person, entry.author)
  const { pending: carried, shown } = rebase(pending, change, first)
  const next = carryUndo({ ...state, pending: carried }, shown, first)
  return { state: next, shown: [{ ...shown, author: entry.author }] }
}

function wordsOf(payload: Payload): ShownChange | null {
  if (payload.kind !== 'text' && payload.kind !== 'wording.restore') return null
  return { ...placeOf(payload), changes: readChanges(payload.changes) }
}

function payloadOf(own: Pending): Payload {
  if (own.kind === 'text') {
    return { kind: 'text', ...placeOf(own), changes: changesJson(own.changes) }
  }
  throw new RangeError('an accepted command comes with its payload')
}
