import type { ChangeSet } from '@codemirror/state'
import { placeOf, type TextPlace } from '../goal/field.js'
import { canonicalJson } from '../history/content.js'
import type { PlanCommand } from '../plan/command.js'
import { PLAN_LIMITS } from '../plan/limits.js'
import { textAt } from '../plan/plan.js'
import { applyChanges, EMPTY_TEXT } from '../text/attributed.js'
import { characterRefusal } from '../text/characters.js'
import { changesJson } from '../text/changes.js'
import { replacement } from '../text/replacement.js'
import { appendText } from './buffer.js'
import type { ClientState, OutgoingMessage } from './client-state.js'
import type { Pending } from './pending.js'
import { shownPlan } from './shown.js'
import { noteEdit } from './undo-stack.js'
import type { JoinMessage } from './wire.js'

/** How far back an undo may lie and still name the entry that it takes back. */
const UNDO_WINDOW = PLAN_LIMITS.window - 100

/**
 * A person's edit of a text, in the coordinates of what is on screen. Typing gathers in one operation while
 * another is on the wire, so there are as many entries as round trips. (LP3)
 * @param at time in ms, for grouping what one undo takes back
 */
export function edit(state: ClientState, place: TextPlace, changes: ChangeSet, at: number): ClientState {
  if (changes.empty) return state
  const whole = keepPairs(state, place, changes)
  return appendText(noteEdit(state, place, whole, at), place, whole, at)
}

/** A change that swaps half of a surrogate pair (😀 to 😁) is widened to the whole, or it would be refused. (LP6) */
function keepPairs(state: ClientState, place: TextPlace, changes: ChangeSet): ChangeSet {
  const plan = shownPlan(state, 0)
  const before = (plan && textAt(plan, place)) ?? EMPTY_TEXT
  if (before.text.length !== changes.length || characterRefusal(before.text, changes) === null) return changes
  return replacement(before, applyChanges(before, changes, []).after).changes
}

/** Asks for a governed fact to change; queued behind the words typed before it. */
export function command(state: ClientState, asked: PlanCommand): ClientState {
  const last = state.pending.at(-1)
  // A button pressed twice asks once.
  if (last?.kind === 'command' && canonicalJson(last.command) === canonicalJson(asked)) return state
  const own: Pending = { kind: 'command', key: state.nextKey, command: asked }
  return { ...state, nextKey: state.nextKey + 1, pending: [...state.pending, own] }
}

/** How the client asks for what it missed; for the whole plan when it has none. (LP4) */
export function joinMessage(state: ClientState): JoinMessage {
  return {
    plan: state.log,
    clientId: state.clientId,
    have: state.position,
    snapshot: state.confirmed === null,
    lastOp: state.nextOp - 1,
  }
}

/** What to send now: the first pending operation, unless it is on the wire or there is no wire. (LP3) */
export function outgoing(state: ClientState): {
  readonly state: ClientState
  readonly send: OutgoingMessage | null
} {
  const own = state.pending[0]
  if (!own || state.sent || state.link !== 'live' || !state.position) return { state, send: null }
  // Words wait on this device until sharing is resumed. (SE7)
  if (state.confirmed?.live?.pausedBy != null) return { state, send: null }
  const addressed = { plan: state.log, clientId: state.clientId, op: state.nextOp }
  const sent = { ...state, sent: true }
  if (own.kind === 'command') {
    return { state: sent, send: { event: 'command', message: { ...addressed, command: own.command } } }
  }
  // Once sent it may be stored though the answer is lost, so from now on it takes in no more typing.
  const sealed = { ...sent, pending: [{ ...own, sealed: true }, ...state.pending.slice(1)] }
  const text = { ...addressed, base: state.position.seq, ...placeOf(own), changes: changesJson(own.changes) }
  const undoes = own.undoesKey === null ? undefined : state.seqOfKey.get(own.undoesKey)
  const named = undoes !== undefined && state.position.seq - undoes < UNDO_WINDOW
  return { state: sealed, send: { event: 'text', message: named ? { ...text, undoes } : text } }
}

/** Takes words out of the "not saved" box, once their writer has seen to them. */
export function dismissRefused(state: ClientState, index: number): ClientState {
  return { ...state, refused: state.refused.filter((_, at) => at !== index) }
}
