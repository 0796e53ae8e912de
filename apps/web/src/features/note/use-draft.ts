import { useCallback, useEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { emptyNote, type NoteContent } from '@accord/domain/note/content'
import type { NoteDesk, NoteDraft } from '@accord/domain/rest/note'
import { refusalCode } from '../../lib/request-failure.js'
import { noteDeskQuery } from './api/note-desk.js'
import { saveDraft } from './api/save-draft.js'
import { firstForm } from './forms.js'

/** What became of the words on screen. */
export type DraftSaving =
  | { readonly kind: 'blank' }
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'saving' }
  | { readonly kind: 'not-saved' }
  /** Another tab saved in between: these are its words, and nothing is saved until the writer chose. (NO7) */
  | { readonly kind: 'conflict'; readonly theirs: NoteDraft }

export interface Draft {
  readonly content: NoteContent
  readonly saving: DraftSaving
  readonly change: (content: NoteContent) => void
  /** Saves what is on screen now; null where that did not work. */
  readonly flush: () => Promise<NoteDraft | null>
  /** Goes on with these words over what the other tab saved. */
  readonly settle: (content: NoteContent, over: NoteDraft) => void
}

/** After so long without a keystroke words are saved; where that fails they are tried again. In ms. */
const PAUSE = 900
const AGAIN = 4_000

/** The note as it is written: one save at a time, always over the version that was read. */
export function useDraft(desk: NoteDesk): Draft {
  const queries = useQueryClient()
  const { session } = desk.session
  const [content, setContent] = useState<NoteContent>(() => desk.draft?.content ?? emptyNote(firstForm(desk)))
  const [saving, setSaving] = useState<DraftSaving>(() => standing(desk.draft))
  const now = useRef({ content, saved: desk.draft, dirty: false, isStopped: false })
  const work = useRef<Promise<NoteDraft | null> | null>(null)
  const timer = useRef<number | null>(null)

  const push = useCallback(async (): Promise<NoteDraft | null> => {
    const state = now.current
    setSaving({ kind: 'saving' })
    try {
      while (state.dirty) {
        state.dirty = false
        state.saved = await saveDraft(session, state.content, state.saved?.version ?? 0)
      }
      setSaving(standing(state.saved))
      return state.saved
    } catch (error) {
      state.dirty = true
      if (refusalCode(error as Error) === 'words-changed') {
        const fresh = await queries.fetchQuery({ ...noteDeskQuery(session), staleTime: 0 })
        if (fresh.draft) {
          state.isStopped = true
          setSaving({ kind: 'conflict', theirs: fresh.draft })
          return null
        }
      }
      setSaving({ kind: 'not-saved' })
      return null
    }
  }, [queries, session])

  const flush = useCallback((): Promise<NoteDraft | null> => {
    if (timer.current !== null) window.clearTimeout(timer.current)
    const before = work.current ?? Promise.resolve(null)
    const next = before.then(() => {
      const { isStopped, dirty, saved } = now.current
      if (isStopped) return null
      return dirty ? push() : saved
    })
    work.current = next
    return next
  }, [push])

  const later = useCallback(
    (ms: number) => {
      if (timer.current !== null) window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void flush(), ms)
    },
    [flush],
  )

  const change = useCallback(
    (next: NoteContent) => {
      now.current.content = next
      now.current.dirty = true
      setContent(next)
      if (!now.current.isStopped) later(PAUSE)
    },
    [later],
  )

  const settle = useCallback(
    (next: NoteContent, over: NoteDraft) => {
      now.current.saved = over
      now.current.isStopped = false
      change(next)
      void flush()
    },
    [change, flush],
  )

  useEffect(() => {
    if (saving.kind === 'not-saved') later(AGAIN)
  }, [saving, later])
  useLeaving(now, flush)
  return { content, saving, change, flush, settle }
}

/** Whoever leaves the page has it saved; whoever closes it with words unsaved is asked. */
function useLeaving(
  now: { readonly current: { readonly dirty: boolean } },
  flush: () => Promise<NoteDraft | null>,
): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (now.current.dirty) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
      if (now.current.dirty) void flush()
    }
  }, [now, flush])
}

function standing(draft: NoteDraft | null): DraftSaving {
  return draft ? { kind: 'saved', at: draft.savedAt } : { kind: 'blank' }
}
