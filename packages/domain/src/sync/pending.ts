import type { ChangeSet } from '@codemirror/state'
import { placeOf, samePlace, type TextField, type TextPlace } from '../goal/field.js'
import { wordsOfCommand, type PlanCommand } from '../plan/command.js'
import { readChanges, changesJson, type ChangesJson } from '../text/changes.js'

/** Words typed but not yet accepted, as one operation. */
export interface PendingText extends TextPlace {
  readonly kind: 'text'
  /** Names the operation within its tab, before it has a number. */
  readonly key: number
  readonly changes: ChangeSet
  /** A sealed operation takes in no more typing: it was sent, or is an undo and must stay an exact inverse. (LP3, HI7) */
  readonly sealed: boolean
  /** The key of the operation that this one takes back. */
  readonly undoesKey: number | null
  /** When it was last typed into, in ms. */
  readonly at: number
}

export interface PendingCommand {
  readonly kind: 'command'
  readonly key: number
  readonly command: PlanCommand
}

export type Pending = PendingText | PendingCommand

/** A change of a text by somebody else, in the coordinates of what is on screen. */
export interface ShownChange extends TextPlace {
  readonly changes: ChangeSet
}

/**
 * Carries pending operations over one accepted entry, and the entry over them. Entries are carried one by one;
 * composing them first makes writers diverge. (LP9)
 * @param first whether the own words stand first where both put words in at one place
 */
export function rebase(
  pending: readonly Pending[],
  entry: ShownChange,
  first: boolean,
): { readonly pending: readonly Pending[]; readonly shown: ShownChange } {
  let remote = entry.changes
  const rebased = pending.map((own) => {
    if (own.kind === 'command' || !samePlace(own, entry)) return own
    const changes = own.changes.map(remote, first)
    remote = remote.map(own.changes, !first)
    return { ...own, changes }
  })
  return { pending: rebased, shown: { ...placeOf(entry), changes: remote } }
}

/** Pending operations as they are kept while a tab is closed. */
export type StoredPending =
  (Omit<PendingText, 'changes'> & { readonly changes: ChangesJson }) | PendingCommand

export function storePending(pending: readonly Pending[]): readonly StoredPending[] {
  return pending.map((own) => (own.kind === 'text' ? { ...own, changes: changesJson(own.changes) } : own))
}

export function restorePending(stored: readonly StoredPending[]): readonly Pending[] {
  return stored.map((own) => (own.kind === 'text' ? { ...own, changes: readChanges(own.changes) } : own))
}

/** Words for the "not saved" box: what somebody wrote that could not be accepted, and where, as far as it has a place. */
export interface UnsavedWords extends Pick<TextPlace, 'goal' | 'step'> {
  readonly field?: TextField
  readonly words: string
}

/** What was written by pending operations, one by one, for a person to copy. */
export function unsavedWords(pending: readonly Pending[]): readonly UnsavedWords[] {
  const all = pending.flatMap((own): readonly UnsavedWords[] => {
    if (own.kind === 'command') {
      return wordsOfCommand(own.command).map((words) => ({ goal: own.command.goal, words }))
    }
    const typed: string[] = []
    own.changes.iterChanges((_from, _to, _fromAfter, _toAfter, inserted) => typed.push(inserted.toString()))
    return [{ ...placeOf(own), words: typed.join(' … ') }]
  })
  return all.filter(({ words }) => words.trim() !== '')
}
