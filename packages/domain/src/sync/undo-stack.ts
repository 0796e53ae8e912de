import type { ChangeSet } from '@codemirror/state'
import { placeOf, samePlace, type TextPlace } from '../goal/field.js'
import { textAt } from '../plan/plan.js'
import { applyChanges, EMPTY_TEXT } from '../text/attributed.js'
import { inverseOf } from '../text/inverse.js'
import type { ClientState, Undoable } from './client-state.js'
import { gathering } from './buffer.js'
import type { ShownChange } from './pending.js'
import { shownPlan } from './shown.js'

const MOST_UNDOABLES = 400

/**
 * Remembers how to take an edit back; called with the state before the edit. The last of a place is in the
 * coordinates of what is on screen, the one before it in those after the last was taken back, and so on.
 */
export function noteEdit(state: ClientState, place: TextPlace, changes: ChangeSet, at: number): ClientState {
  const buffer = gathering(state, place, at)
  const item = undoableOf(state, place, changes, { at, key: buffer?.key ?? state.nextKey })
  const last = state.undoables.at(-1)
  // An operation is taken back whole, so edits that are sent as one are one to undo.
  const joins = buffer !== null && last?.key === buffer.key
  const undoables = joins
    ? [...state.undoables.slice(0, -1), joinUndoables(last, item)]
    : [...state.undoables.slice(-MOST_UNDOABLES), item]
  return { ...state, undoables, redoables: [] }
}

/** Undo must still hit the same words after others changed the text around them. */
export function carryUndo(state: ClientState, shown: ShownChange, first: boolean): ClientState {
  return {
    ...state,
    undoables: carry(state.undoables, shown, first),
    redoables: carry(state.redoables, shown, first),
  }
}

/** How to take back a change that is about to be made to what is on screen. */
export function undoableOf(
  state: ClientState,
  place: TextPlace,
  changes: ChangeSet,
  named: Pick<Undoable, 'at' | 'key'>,
): Undoable {
  const plan = shownPlan(state, named.at)
  const before = (plan && textAt(plan, place)) ?? EMPTY_TEXT
  const { pieces } = applyChanges(before, changes, [])
  const me = state.me?.person
  return {
    ...placeOf(place),
    ...named,
    inverse: inverseOf(changes, pieces),
    removedOthers: pieces.some((piece) => piece.removedRuns.some(([author]) => author !== me)),
  }
}

function joinUndoables(earlier: Undoable, later: Undoable): Undoable {
  return {
    ...later,
    inverse: later.inverse.compose(earlier.inverse),
    removedOthers: later.removedOthers || earlier.removedOthers,
  }
}

function carry(stack: readonly Undoable[], shown: ShownChange, first: boolean): readonly Undoable[] {
  let remote = shown.changes
  const carried: Undoable[] = []
  for (const item of [...stack].reverse()) {
    if (!samePlace(item, shown)) {
      carried.unshift(item)
      continue
    }
    carried.unshift({ ...item, inverse: item.inverse.map(remote, first) })
    remote = remote.map(item.inverse, !first)
  }
  return carried
}
