import type { ChangeSet } from '@codemirror/state'
import type { TextPlace } from '@accord/domain/goal/field'
import type { LogId, PersonId } from '@accord/domain/ids'
import type { PlanCommand } from '@accord/domain/plan/command'
import type { Asker } from '@accord/domain/plan/decide'
import type { Plan } from '@accord/domain/plan/plan'
import type { Tombstone } from '@accord/domain/refusal'
import type { Refused, SavedState } from '@accord/domain/sync/client-state'
import type { ClosedReason, Look, PersonName, Present } from '@accord/domain/sync/wire'

/** Why a plan was closed for good; a lost connection or a restarting server never is. */
export type Ending = Exclude<ClosedReason, 'draining'> | 'not-found'

/** What a person is told about their words; `late` when the server stands and doesn't answer. (LP13) */
export type SavedNow = SavedState | { readonly kind: 'late'; readonly waiting: number }

/** Somebody else who changed a text less than two seconds ago. */
export interface Typing extends TextPlace {
  readonly person: PersonId
}

/** What a plan's screen shows. One object until something changes, so it can be compared by identity. */
export interface LiveView {
  /** `opening` until the plan was seen once in this tab; `ended` when the person has no way back without acting. */
  readonly phase: 'opening' | 'open' | 'ended'
  readonly ended: Ending | null
  /** Of a record that was erased: when, and by which rule. (ER5) */
  readonly erased: Tombstone | null
  /** True while the server answers. Agreeing waits for it; typing never does. */
  readonly isOnline: boolean
  /** The plan as it is on screen: what the server confirmed, and the own unsent words on top. */
  readonly plan: Plan | null
  /** Number of the last entry that the server confirmed here; the `readAt` of an answer. */
  readonly seq: number
  /** The party that writes; null for a reader such as a supervisor. */
  readonly me: Asker | null
  /** The other people who have the plan open, with their carets in the coordinates of what is on screen. */
  readonly here: readonly Present[]
  readonly people: readonly PersonName[]
  readonly typing: readonly Typing[]
  readonly saved: SavedNow
  /** Words that could not be saved, for the "not saved" box. */
  readonly notSaved: readonly Refused[]
  /** False when this device can't keep unsent words, so that nobody is told that they are safe on it. */
  readonly isKeptHere: boolean
}

/** Hears what changed in a text, in order; author is null when own words were taken off the screen. */
export type TextListener = (changes: ChangeSet, author: PersonId | null) => void

/** One plan, open in this tab. See driver.ts for how to use it. */
export interface LivePlan {
  readonly log: LogId
  readonly view: () => LiveView
  readonly subscribe: (listener: () => void) => () => void
  /** Hears every change of a text from now on; answers with the way to stop. */
  subscribeText(place: TextPlace, listener: TextListener): () => void
  /** Changes a text, in the coordinates of what is on screen; `by` is the editor that has made the change already. */
  edit(place: TextPlace, changes: ChangeSet, by?: TextListener): void
  command(asked: PlanCommand): void
  undo(place: TextPlace): void
  redo(place: TextPlace): void
  /** Says where the own caret is, in the coordinates of what is on screen; null when in no text. */
  look(at: Look | null): void
  dismissRefused(index: number): void
  /** Keeps and sends now what would be at the end of the tick: the page is about to go. */
  flush(): void
  close(): void
}
