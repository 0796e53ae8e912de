import type { ChangeSet } from '@codemirror/state'
import { samePlace, type TextPlace } from '../goal/field.js'
import { appendOperation, appendText, gathering } from './buffer.js'
import type { ClientState, Undoable } from './client-state.js'
import { undoableOf } from './undo-stack.js'

/** Edits closer together than this are taken back together, in ms. */
const GROUP_PAUSE = 500
const LARGEST_GROUP = 30

/** The state after an undo, and the change to make in the editor; null when there is nothing to take back. */
export interface Undone {
  readonly state: ClientState
  readonly changes: ChangeSet | null
}

/** Takes back one's own last edits of a text; others' words stay as they are. (HI7) */
export function undo(state: ClientState, place: TextPlace, at: number): Undone {
  return takeBack(state, place, at, { from: 'undoables', to: 'redoables' })
}

/** Does again what the last undo took back. */
export function redo(state: ClientState, place: TextPlace, at: number): Undone {
  return takeBack(state, place, at, { from: 'redoables', to: 'undoables' })
}

interface Stacks {
  readonly from: 'undoables' | 'redoables'
  readonly to: 'undoables' | 'redoables'
}

function takeBack(state: ClientState, place: TextPlace, at: number, stacks: Stacks): Undone {
  const group = lastGroup(state[stacks.from], place)
  const exactly = group.some((item) => item.removedOthers)
  let after: ClientState = {
    ...state,
    [stacks.from]: state[stacks.from].filter((item) => !group.includes(item)),
  }
  let whole: ChangeSet | null = null
  for (const item of [...group].reverse()) {
    if (item.inverse.empty) continue
    after = takeBackOne(after, item, at, exactly, stacks.to)
    whole = whole ? whole.compose(item.inverse) : item.inverse
  }
  return { state: after, changes: whole }
}

/** Words of somebody else come back as theirs only as the exact inverse of the operation that took them. (HI7) */
function takeBackOne(
  state: ClientState,
  item: Undoable,
  at: number,
  exactly: boolean,
  to: Stacks['to'],
): ClientState {
  const key = exactly ? state.nextKey : (gathering(state, item, at)?.key ?? state.nextKey)
  const counter = undoableOf(state, item, item.inverse, { at: item.at, key })
  const after = exactly
    ? appendOperation(state, item, item.inverse, { at, sealed: true, undoesKey: item.key })
    : appendText(state, item, item.inverse, at)
  return { ...after, [to]: [...after[to], counter] }
}

function lastGroup(stack: readonly Undoable[], place: TextPlace): readonly Undoable[] {
  const group: Undoable[] = []
  for (const item of stack.filter((one) => samePlace(one, place)).reverse()) {
    const next = group[0]
    if (next && (Math.abs(next.at - item.at) > GROUP_PAUSE || group.length >= LARGEST_GROUP)) break
    group.unshift(item)
  }
  return group
}
