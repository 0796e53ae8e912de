import './note.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { useFormat } from '@accord/ui/messages/use-format'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../lib/failed-page.js'
import { Frame } from '../../lib/frame.js'
import { clientsOf } from '../../lib/people.js'
import { usePageTitle } from '../../lib/use-page-title.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { noteViewQuery } from './api/note-view.js'
import { SignedNote } from './signed-note.js'

/** Somebody's signed note: a colleague's, or one to co-sign. (NO14) */
export function NoteViewPage() {
  const t = useWebMessages()
  const format = useFormat()
  const queries = useQueryClient()
  const { note = '' } = useParams()
  const { data: view, error, refetch } = useQuery(noteViewQuery(note))
  const names = view && format.list(clientsOf(view.people).map(({ name }) => name))
  usePageTitle(t('note.page', { names: names ?? t('rooms.clients') }))
  const crumbs = [
    { label: t('rooms.clients'), href: '/clients' },
    ...(view ? [{ label: names ?? '', href: `/clients/${view.session.caseId}/notes` }] : []),
    { label: view ? t('note.crumb', { number: view.session.number }) : t('note.one') },
  ]
  return (
    <Frame crumbs={crumbs}>
      {view === undefined ? (
        <div className="ac-page">
          <h1 className="ac-hidden">{t('note.one')}</h1>
          {error === null ? (
            <GoalSkeleton sentence={t('note.opening')} />
          ) : (
            <FailedPage error={error} what={t('note.what')} onRetry={() => void refetch()} />
          )}
        </div>
      ) : (
        <SignedNote
          view={view}
          onChanged={(next) => {
            queries.setQueryData(noteViewQuery(note).queryKey, next)
            void queries.invalidateQueries({ queryKey: ['notes'] })
          }}
        />
      )}
    </Frame>
  )
}
