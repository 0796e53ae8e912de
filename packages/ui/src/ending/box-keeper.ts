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

export interface BoxKeeper {
  readonly state: () => BoxState
  readonly subscribe: (listener: () => void) => () => void
  readonly change: (words: string) => void
  /** Saves what is on screen now. */
  readonly flush: () => Promise<void>
  /** Takes up what another tab saved, where nothing is unsaved here. */
  readonly follow: (box: StoredBox) => void
  /** Goes on with these words over what the other tab saved. */
  readonly settle: (words: string, over: StoredBox) => void
}

/** After so long without a keystroke words are saved; where that fails they are tried again. In ms. */
const PAUSE = 900
const AGAIN = 4_000

/** Keeps what is written in one box: one save at a time, always upon the version that was read. (EN2) */
export function createBoxKeeper(begun: StoredBox, { save, stored, codeOf }: BoxStore): BoxKeeper {
  const listeners = new Set<() => void>()
  let known = begun
  let current: BoxState = { words: begun.words, saving: { kind: 'saved' } }
  let timer: number | undefined
  let work = Promise.resolve()

  const tell = (part: Partial<BoxState>) => {
    current = { ...current, ...part }
    for (const listener of listeners) listener()
  }
  const later = (ms: number) => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void flush(), ms)
  }
  const isStopped = () => current.saving.kind === 'conflict' || current.saving.kind === 'closed'
  const isDirty = () => current.words !== known.words

  const push = async () => {
    try {
      while (isDirty() && !isStopped()) {
        tell({ saving: { kind: 'saving' } })
        known = await save(current.words, known.version)
      }
      if (!isStopped()) tell({ saving: { kind: 'saved' } })
    } catch (error) {
      await failed(codeOf(error))
    }
  }
  const failed = async (code: string | null) => {
    if (code === 'note-moved-on' || code === 'case-closed') return tell({ saving: { kind: 'closed' } })
    const theirs = code === 'words-changed' ? await stored().catch(() => null) : null
    if (theirs === null) {
      tell({ saving: { kind: 'not-saved' } })
      return later(AGAIN)
    }
    // A lost answer: what was saved in between are these very words.
    if (theirs.words !== current.words) return tell({ saving: { kind: 'conflict', theirs } })
    known = theirs
    tell({ saving: { kind: 'saved' } })
  }
  const flush = () => {
    window.clearTimeout(timer)
    work = work.then(() => (isDirty() && !isStopped() ? push() : undefined))
    return work
  }
  return {
    state: () => current,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    change: (words) => {
      tell({ words, saving: isStopped() ? current.saving : { kind: 'typing' } })
      if (!isStopped()) later(PAUSE)
    },
    flush,
    follow: (box) => {
      if (box.version <= known.version || isDirty() || current.saving.kind === 'saving') return
      known = box
      tell({ words: box.words, saving: { kind: 'saved' } })
    },
    settle: (words, over) => {
      known = over
      tell({ words, saving: { kind: 'saved' } })
      void flush()
    },
  }
}
