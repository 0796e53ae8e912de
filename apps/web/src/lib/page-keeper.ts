import type { SessionId } from '@accord/domain/ids'
import type { OwnProcessNote } from '@accord/domain/rest/process-note'
import { getJson, postJson, putJson } from './http.js'
import { refusalCode } from './request-failure.js'

const address = (session: SessionId) => `/api/sessions/${session}/process-note`

/** One's own; to everybody else there is none. (PN4) */
export const ownProcessNote = (session: SessionId) => getJson<OwnProcessNote>(address(session))

/** What became of the words on screen. */
export type PageSaving =
  | { readonly kind: 'blank' | 'saving' | 'not-saved' }
  | { readonly kind: 'saved'; readonly at: number }
  /** Another tab saved in between: nothing is saved until the writer chose. (PN6) */
  | { readonly kind: 'conflict'; readonly theirs: OwnProcessNote }

interface PageState {
  readonly words: string
  readonly saving: PageSaving
}

/** After so long without a keystroke words are saved; where that fails they are tried again. In ms. */
const PAUSE = 900
const AGAIN = 4_000

/** Keeps what is written: one save at a time, always over the version that was read. (PN6) */
export class PageKeeper {
  private readonly session: SessionId
  private readonly listeners = new Set<() => void>()
  private current: PageState
  private version: number
  private timer: number | null = null
  private work: Promise<void> = Promise.resolve()
  /** True while something is on screen that is not stored. */
  isDirty = false

  constructor(session: SessionId, page: OwnProcessNote) {
    this.session = session
    this.version = page.version
    this.current = { words: page.words, saving: standing(page) }
  }

  readonly state = (): PageState => this.current

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  readonly change = (words: string): void => {
    this.isDirty = true
    this.tell({ words })
    if (this.current.saving.kind !== 'conflict') this.later(PAUSE)
  }

  /** Saves what is on screen now. */
  readonly flush = (): Promise<void> => {
    this.wait()
    this.work = this.work.then(() =>
      this.isDirty && this.current.saving.kind !== 'conflict' ? this.push() : undefined,
    )
    return this.work
  }

  /** Goes on with these words over what the other tab saved. */
  readonly settle = (words: string, over: OwnProcessNote): void => {
    this.version = over.version
    this.tell({ saving: standing(over) })
    this.change(words)
    void this.flush()
  }

  /** Takes the page away, with whatever was still to be saved. Throws where it could not. */
  readonly remove = async (): Promise<void> => {
    this.wait()
    await this.work
    const none = await postJson<OwnProcessNote>(`${address(this.session)}/delete`, {})
    this.isDirty = false
    this.version = none.version
    this.tell({ words: none.words, saving: standing(none) })
  }

  private wait(): void {
    if (this.timer !== null) window.clearTimeout(this.timer)
    this.timer = null
  }

  private later(ms: number): void {
    this.wait()
    this.timer = window.setTimeout(() => void this.flush(), ms)
  }

  private async push(): Promise<void> {
    this.tell({ saving: { kind: 'saving' } })
    try {
      while (this.isDirty) {
        this.isDirty = false
        const body = { after: this.version, words: this.current.words }
        const saved = await putJson<OwnProcessNote>(address(this.session), body)
        this.version = saved.version
        this.tell({ saving: standing(saved) })
      }
    } catch (error) {
      this.isDirty = true
      const isStale = refusalCode(error as Error) === 'words-changed'
      const theirs = isStale ? await ownProcessNote(this.session).catch(() => null) : null
      this.tell({ saving: theirs ? { kind: 'conflict', theirs } : { kind: 'not-saved' } })
      if (!theirs) this.later(AGAIN)
    }
  }

  private tell(part: Partial<PageState>): void {
    this.current = { ...this.current, ...part }
    for (const listener of this.listeners) listener()
  }
}

function standing({ at }: OwnProcessNote): PageSaving {
  return at === null ? { kind: 'blank' } : { kind: 'saved', at }
}
