import { useEffect, useState, useSyncExternalStore } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { emptyNote, type NoteContent } from '@accord/domain/note/content'
import type { NoteDesk } from '@accord/domain/rest/note'
import { noteDeskQuery } from './api/note-desk.js'
import { DraftKeeper, type DraftSaving } from './draft-keeper.js'
import { firstForm } from './forms.js'

/** The note as it is written, and what becomes of it. */
export interface Draft extends Pick<DraftKeeper, 'change' | 'flush' | 'settle'> {
  readonly content: NoteContent
  readonly saving: DraftSaving
}

export function useDraft(desk: NoteDesk): Draft {
  const queries = useQueryClient()
  const { session } = desk.session
  const [keeper] = useState(() => {
    const content = desk.draft?.content ?? emptyNote(firstForm(desk))
    const stored = async () => (await queries.query({ ...noteDeskQuery(session), staleTime: 0 })).draft
    return new DraftKeeper({ session, draft: desk.draft, content, stored })
  })
  const { content, saving } = useSyncExternalStore(keeper.subscribe, keeper.state)
  useLeaving(keeper)
  return { content, saving, change: keeper.change, flush: keeper.flush, settle: keeper.settle }
}

/** Whoever leaves the page has it saved; whoever closes it with words unsaved is asked. */
function useLeaving(keeper: DraftKeeper): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (keeper.isDirty) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
      if (keeper.isDirty) void keeper.flush()
    }
  }, [keeper])
}
