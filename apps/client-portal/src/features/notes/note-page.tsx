import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { ReleasedNote } from '@accord/domain/rest/note'
import { ButtonLink } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { NotePaper } from '@accord/ui/note/note-paper'
import { useNoteWords } from '@accord/ui/note/note-words'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { EmptyState } from '@accord/ui/states/empty-state'
import { ErrorState } from '@accord/ui/states/error-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { PageTitle } from '../../lib/page-title.js'
import { paths } from '../../lib/paths.js'
import { failureOf } from '../../lib/request.js'
import { troubleSentence } from '../../lib/request-trouble.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { releasedNoteQuery } from './api/released-note.js'
import { ReplyToNote } from './reply-to-note.js'

/** One note, as its practitioner signed it, with what they added since. (NO13) */
export function NotePage() {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const format = useFormat()
  const { note = '' } = useParams()
  const { data: found, error, refetch } = useQuery(releasedNoteQuery(note))
  const isAbsent = failureOf(error)?.kind === 'refused'
  const title = found
    ? t('notes.session', {
        number: found.session.number,
        day: format.day(new Date(found.session.startedAt ?? found.session.scheduledFor), new Date()),
      })
    : t('notes.one')
  return (
    <PortalShell title={title} back={{ href: paths.notes, label: t('notes.title') }}>
      <PageTitle name={t('notes.one')} />
      {found && <Read note={found} />}
      {found === undefined && error === null && <GoalSkeleton sentence={ui('loading.page')} />}
      {found === undefined && isAbsent && (
        <EmptyState
          title={t('notes.absent')}
          sentence={t('notes.absentNext')}
          actions={<ButtonLink href={paths.notes}>{t('notes.title')}</ButtonLink>}
        />
      )}
      {found === undefined && error !== null && !isAbsent && (
        <ErrorState
          title={t('notes.failed')}
          sentence={troubleSentence(t, error)}
          onRetry={() => void refetch()}
        />
      )}
    </PortalShell>
  )
}

function Read({ note }: { readonly note: ReleasedNote }) {
  const ui = useUiMessages()
  const format = useFormat()
  const say = useNoteWords(note.people)
  const now = new Date()
  const when = (at: number) => format.moment(new Date(at), now)
  const named = (id: ReleasedNote['author']) => note.people.find(({ person }) => person === id)?.name ?? ''
  return (
    <>
      <p className="ac-muted">
        {ui('note.signedBy', { name: named(note.author), when: when(note.signedAt) })}
      </p>
      {note.coSigned && (
        <p className="ac-muted">
          {ui('note.coSignedBy', { name: named(note.coSigned.by), when: when(note.coSigned.at) })}
        </p>
      )}
      {note.late && <p className="ac-muted">{ui('note.lateEntry')}</p>}
      <NotePaper content={note.content} say={say} />
      {note.amendments.map((one) => (
        <section key={one.number} className="ac-note-added">
          <h2 className="ac-portal-section">
            {ui('note.amended', { name: named(one.by), when: when(one.at) })}
          </h2>
          <p className="ac-note-words" dir="auto">
            {one.words}
          </p>
        </section>
      ))}
      {note.replies.map((one) => (
        <section key={one.number} className="ac-note-added">
          <h2 className="ac-portal-section">
            {ui('note.replied', { name: named(one.by), when: when(one.at) })}
          </h2>
          <p className="ac-note-words" dir="auto">
            {one.words}
          </p>
        </section>
      ))}
      <ReplyToNote note={note} />
      <p className="ac-muted ac-small ac-note-hash">{ui('note.fingerprint', { hash: note.hash })}</p>
    </>
  )
}
