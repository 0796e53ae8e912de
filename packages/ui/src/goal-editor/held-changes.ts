import type { ChangeSet } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'

/** How long a composition that stands still may keep others' changes off the screen, in ms. */
const LONGEST_HOLD = 2_000
/** CodeMirror takes in the last of a composition a moment after it ended. */
const AFTER_END = 60

/**
 * Others' changes to the very words that an input method is composing: put in at once they would break the
 * composition, and what was composed would stand there twice. They wait until it ends, or has paused for two seconds;
 * what is typed meanwhile is carried over them.
 */
export class HeldChanges {
  readonly #view: EditorView
  readonly #release: (changes: ChangeSet) => void
  #held: ChangeSet | null = null
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(view: EditorView, release: (changes: ChangeSet) => void) {
    this.#view = view
    this.#release = release
    view.contentDOM.addEventListener('compositionend', this.#ended)
  }

  /** Takes in a change of the words that are shown elsewhere; false when it can be made now. */
  holds(changes: ChangeSet): boolean {
    if (this.#held) this.#held = this.#held.compose(changes)
    else if (this.#touchesComposition(changes)) this.#held = changes
    else return false
    if (this.#timer === null) this.#wait(LONGEST_HOLD)
    return true
  }

  /** A change made in this editor, as it is on top of what is held. */
  past(changes: ChangeSet): ChangeSet {
    const held = this.#held
    if (!held) return changes
    this.#held = held.map(changes, true)
    this.#wait(this.#view.composing ? LONGEST_HOLD : AFTER_END)
    return changes.map(held)
  }

  /** Where an offset of this editor is on top of what is held. */
  shownAt(offset: number): number {
    return this.#held ? this.#held.mapPos(offset, 1) : offset
  }

  stop(): void {
    this.#view.contentDOM.removeEventListener('compositionend', this.#ended)
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  readonly #ended = (): void => {
    if (this.#held) this.#wait(AFTER_END)
  }

  #wait(time: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#timer = null
      const held = this.#held
      this.#held = null
      if (held) this.#release(held)
    }, time)
  }

  #touchesComposition(changes: ChangeSet): boolean {
    if (!this.#view.composing) return false
    const node = this.#view.contentDOM.ownerDocument.getSelection()?.focusNode
    if (!node || !this.#view.contentDOM.contains(node)) return false
    const from = this.#view.posAtDOM(node, 0)
    return changes.touchesRange(from, from + (node.textContent?.length ?? 0)) !== false
  }
}
