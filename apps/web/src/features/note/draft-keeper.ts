import type { NoteContent } from '@accord/domain/note/content'
import type { NoteDraft } from '@accord/domain/rest/note'
import { refusalCode } from '../../lib/request-failure.js'
import { saveDraft } from './api/save-draft.js'

/** What became of the words on screen. */
export type DraftSaving =
  | { readonly kind: 'blank' }
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'saving' }
  | { readonly kind: 'not-saved' }
  | { readonly kind: 'too-long' }
  /** Another tab saved in between: these are its words, and nothing is saved until the writer chose. (NO7) */
  | { readonly kind: 'conflict'; readonly theirs: NoteDraft }

interface DraftState {
  readonly content: NoteContent
  readonly saving: DraftSaving
}

interface Beginning {
  readonly session: string
  readonly draft: NoteDraft | null
  readonly content: NoteContent
  /** Asks for the draft as it is stored now. */
  readonly stored: () => Promise<NoteDraft | null>
}

/** After so long without a keystroke words are saved; where that fails they are tried again. In ms. */
const PAUSE = 900
const AGAIN = 4_000

/** Keeps what is written: one save at a time, always over the version that was read. (NO7) */
export class DraftKeeper {
  private readonly session: string
  private readonly stored: Beginning['stored']
  private readonly listeners = new Set<() => void>()
  private current: DraftState
  private saved: NoteDraft | null
  private isStopped = false
  private timer: number | null = null
  private work: Promise<NoteDraft | null> = Promise.resolve(null)
  /** True while something is on screen that is not stored. */
  isDirty = false

  constructor({ session, draft, content, stored }: Beginning) {
    this.session = session
    this.stored = stored
    this.saved = draft
    this.current = { content, saving: standing(draft) }
  }

  readonly state = (): DraftState => this.current

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  readonly change = (content: NoteContent): void => {
    this.isDirty = true
    this.tell({ content })
    if (!this.isStopped) this.later(PAUSE)
  }

  /** Saves what is on screen now; null where that did not work. */
  readonly flush = (): Promise<NoteDraft | null> => {
    if (this.timer !== null) window.clearTimeout(this.timer)
    this.work = this.work.then(() => {
      if (this.isStopped) return null
      return this.isDirty ? this.push() : this.saved
    })
    return this.work
  }

  /** Goes on with these words over what the other tab saved. */
  readonly settle = (content: NoteContent, over: NoteDraft): void => {
    this.saved = over
    this.isStopped = false
    this.change(content)
    void this.flush()
  }

  private later(ms: number): void {
    if (this.timer !== null) window.clearTimeout(this.timer)
    this.timer = window.setTimeout(() => void this.flush(), ms)
  }

  private async push(): Promise<NoteDraft | null> {
    this.tell({ saving: { kind: 'saving' } })
    try {
      while (this.isDirty) {
        this.isDirty = false
        this.saved = await saveDraft(this.session, this.current.content, this.saved?.version ?? 0)
      }
      this.tell({ saving: standing(this.saved) })
      return this.saved
    } catch (error) {
      this.isDirty = true
      await this.failed(refusalCode(error as Error))
      return null
    }
  }

  private async failed(code: string | null): Promise<void> {
    const theirs = code === 'words-changed' ? await this.stored().catch(() => null) : null
    if (theirs) {
      this.isStopped = true
      this.tell({ saving: { kind: 'conflict', theirs } })
      return
    }
    const isTooLong = code === 'malformed' || code === 'too-large'
    this.tell({ saving: { kind: isTooLong ? 'too-long' : 'not-saved' } })
    if (isTooLong) return
    this.later(AGAIN)
  }

  private tell(part: Partial<DraftState>): void {
    this.current = { ...this.current, ...part }
    for (const listener of this.listeners) listener()
  }
}

function standing(draft: NoteDraft | null): DraftSaving {
  return draft ? { kind: 'saved', at: draft.savedAt } : { kind: 'blank' }
}
