/** A box as it is stored. */
export interface StoredBox {
  readonly version: number
  readonly words: string
}

/** What became of the words on screen. `conflict`: saved elsewhere in between; nothing is saved until the writer chose. */
export type BoxSaving =
  | { readonly kind: 'saved' | 'typing' | 'saving' | 'not-saved' | 'closed' }
  | { readonly kind: 'conflict'; readonly theirs: StoredBox }

export interface BoxState {
  readonly words: string
  readonly saving: BoxSaving
}

export interface BoxStore {
  /** Saves upon a version. */
  readonly save: (words: string, after: number) => Promise<StoredBox>
  readonly stored: () => Promise<StoredBox>
  readonly codeOf: (error: unknown) => string | null
}

/** After so long without a keystroke words are saved; where that fails they are tried again. In ms. */
const PAUSE = 900
const AGAIN = 4_000

/** Keeps what is written in one box: one save at a time, always upon the version that was read. (EN2) */
export class BoxKeeper {
  private readonly listeners = new Set<() => void>()
  private current: BoxState
  private timer: number | undefined
  private work: Promise<void> = Promise.resolve()

  constructor(
    private known: StoredBox,
    private readonly store: BoxStore,
  ) {
    this.current = { words: known.words, saving: { kind: 'saved' } }
  }

  readonly state = (): BoxState => this.current

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  readonly change = (words: string): void => {
    if (this.isStopped()) {
      this.tell({ words })
      return
    }
    this.tell({ words, saving: { kind: 'typing' } })
    this.later(PAUSE)
  }

  /** Saves what is on screen now. */
  readonly flush = (): Promise<void> => {
    window.clearTimeout(this.timer)
    this.work = this.work.then(() => this.push())
    return this.work
  }

  /** Takes up what another tab saved, where nothing is unsaved here. */
  readonly follow = (box: StoredBox): void => {
    if (box.version <= this.known.version || this.isDirty() || this.current.saving.kind === 'saving') return
    this.known = box
    this.tell({ words: box.words, saving: { kind: 'saved' } })
  }

  /** Goes on with these words over what the other tab saved. */
  readonly settle = (words: string, over: StoredBox): void => {
    this.known = over
    this.tell({ words, saving: { kind: 'saved' } })
    void this.flush()
  }

  private isStopped(): boolean {
    const { kind } = this.current.saving
    return kind === 'conflict' || kind === 'closed'
  }

  private isDirty(): boolean {
    return this.current.words !== this.known.words
  }

  private later(ms: number): void {
    window.clearTimeout(this.timer)
    this.timer = window.setTimeout(() => void this.flush(), ms)
  }

  private async push(): Promise<void> {
    if (this.isStopped()) return
    try {
      while (this.isDirty()) {
        this.tell({ saving: { kind: 'saving' } })
        this.known = await this.store.save(this.current.words, this.known.version)
      }
      this.tell({ saving: { kind: 'saved' } })
    } catch (error) {
      await this.failed(this.store.codeOf(error))
    }
  }

  private async failed(code: string | null): Promise<void> {
    if (code === 'note-moved-on' || code === 'case-closed') {
      this.tell({ saving: { kind: 'closed' } })
      return
    }
    const theirs = code === 'words-changed' ? await this.store.stored().catch(() => null) : null
    if (theirs === null) {
      this.tell({ saving: { kind: 'not-saved' } })
      this.later(AGAIN)
    } else if (theirs.words === this.current.words) {
      // A lost answer: what was saved in between are these very words.
      this.known = theirs
      this.tell({ saving: { kind: 'saved' } })
    } else {
      this.tell({ saving: { kind: 'conflict', theirs } })
    }
  }

  private tell(part: Partial<BoxState>): void {
    this.current = { ...this.current, ...part }
    for (const listener of this.listeners) listener()
  }
}
