import './note.css'
import { useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { NoteDesk, NoteView } from '@accord/domain/rest/note'
import { ButtonLink } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { EmptyState } from '@accord/ui/states/empty-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../lib/failed-page.js'
import { Frame } from '../../lib/frame.js'
import { clientsOf } from '../../lib/people.js'
import { usePageTitle } from '../../lib/use-page-title.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { noteDeskQuery } from './api/note-desk.js'
import { NoteEditor } from './note-editor.js'
import { SignedNote } from './signed-note.js'

/** One's own note on a session: written here, and read here once it is signed. */
export function NotePage() {
  const t = useWebMessages()
  const format = useFormat()
  const { session = '' } = useParams()
  const {
    data: desk,
    error,
    refetch,
    isFetchedAfterMount,
  } = useQuery({
    ...noteDeskQuery(session),
    // What was saved in another visit is asked for anew, once.
    refetchOnMount: 'always',
  })
  const names = desk && format.list(clientsOf(desk.people).map(({ name }) => name))
  usePageTitle(t('note.page', { names: names ?? t('rooms.clients') }))
  const crumbs = [
    { label: t('rooms.clients'), href: '/clients' },
    ...(desk ? [{ label: names ?? '', href: `/clients/${desk.session.caseId}/notes` }] : []),
    { label: desk ? t('note.crumb', { number: desk.session.number }) : t('note.one') },
  ]
  const isReady = desk !== undefined && isFetchedAfterMount
  return (
    <Frame crumbs={crumbs}>
      {isReady ? (
        <Written key={session} desk={desk} />
      ) : (
        <div className="ac-page">
          <h1 className="ac-hidden">{t('note.one')}</h1>
          {error === null ? (
            <GoalSkeleton sentence={t('note.opening')} />
          ) : (
            <FailedPage error={error} what={t('note.what')} onRetry={() => void refetch()} />
          )}
        </div>
      )}
    </Frame>
  )
}

function Written({ desk }: { readonly desk: NoteDesk }) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const [view, setView] = useState<NoteView | null>(desk.mayWrite ? null : desk.own)
  const show = (next: NoteView) => {
    setView(next)
    void queries.invalidateQueries({ queryKey: ['notes'] })
  }
  if (view !== null) return <SignedNote view={view} onChanged={show} />
  if (desk.mayWrite) return <NoteEditor desk={desk} onSigned={show} />
  return (
    <div className="ac-page">
      <EmptyState
        title={t('note.none')}
        sentence={t('note.none.sentence')}
        actions={<ButtonLink href={`/clients/${desk.session.caseId}/notes`}>{t('note.toNotes')}</ButtonLink>}
      />
    </div>
  )
}
