import type { ChangeSet } from '@codemirror/state'
import { placeOf, samePlace, type TextPlace } from '../goal/field.js'
import type { ClientState } from './client-state.js'
import type { PendingText } from './pending.js'

/** After a pause of this length typing starts another operation, so that undo and history keep its rhythm; in ms. */
const GATHERING_PAUSE = 1_000

/** The pending operation that takes in further typing at a place, if there is one. */
export function gathering(state: ClientState, place: TextPlace, at: number): PendingText | null {
  const last = state.pending.at(-1)
  if (last?.kind !== 'text' || last.sealed || !samePlace(last, place)) return null
  return at - last.at > GATHERING_PAUSE ? null : last
}

/** Adds typing to the operation that gathers, or starts one. */
export function appendText(
  state: ClientState,
  place: TextPlace,
  changes: ChangeSet,
  at: number,
): ClientState {
  const buffer = gathering(state, place, at)
  if (!buffer) return appendOperation(state, place, changes, { at, sealed: false, undoesKey: null })
  const composed = { ...buffer, at, changes: buffer.changes.compose(changes) }
  const others = state.pending.slice(0, -1)
  return { ...state, pending: composed.changes.empty ? others : [...others, composed] }
}

export function appendOperation(
  state: ClientState,
  place: TextPlace,
  changes: ChangeSet,
  how: Pick<PendingText, 'at' | 'sealed' | 'undoesKey'>,
): ClientState {
  const own: PendingText = { kind: 'text', key: state.nextKey, ...placeOf(place), changes, ...how }
  return { ...state, nextKey: state.nextKey + 1, pending: [...state.pending, own] }
}
