import { useQuery } from '@tanstack/react-query'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { NoteLine, NoteList, NoteSession } from '@accord/domain/rest/note'
import { Chip } from '@accord/ui/controls/chip'
import { ButtonLink } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { EmptyState } from '@accord/ui/states/empty-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { BlankForms } from '../../../lib/blank-forms.js'
import { FailedPage } from '../../../lib/failed-page.js'
import { clientsOf, givenName, personOf } from '../../../lib/people.js'
import { useNow } from '../../../lib/use-now.js'
import { useSelf } from '../../../lib/self-context.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { notesQuery } from '../api/notes.js'

/** A case's notes, the latest session first; before them the sessions that still have none. */
export function NotesTab({ summary }: { readonly summary: CaseSummary }) {
  const t = useWebMessages()
  const { data: list, error, refetch } = useQuery(notesQuery(summary.caseId))
  if (list === undefined) {
    return (
      <div className="ac-page">
        {error === null ? (
          <GoalSkeleton sentence={t('notes.loading')} />
        ) : (
          <FailedPage error={error} what={t('notes.what')} onRetry={() => void refetch()} />
        )}
      </div>
    )
  }
  return (
    <div className="ac-page">
      {list.missing.length > 0 && (
        <section aria-labelledby="notes-missing" className="web-day-sessions">
          <h2 className="ac-heading web-sessions-head" id="notes-missing">
            {t('notes.missing')}
          </h2>
          <ul className="web-sessions">
            {list.missing.map((session) => (
              <Missing key={session.session} session={session} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="notes-written">
        <h2 className="ac-heading web-sessions-head" id="notes-written">
          {t('notes.written')}
        </h2>
        {list.notes.length === 0 ? (
          <EmptyState
            title={t('notes.none')}
            sentence={t(list.mayWrite ? 'notes.none.next' : 'notes.none.watched')}
          />
        ) : (
          <ul className="web-sessions">
            {list.notes.map((line) => (
              <Line key={line.note} line={line} list={list} />
            ))}
          </ul>
        )}
      </section>
      <BlankForms />
    </div>
  )
}

function Missing({ session }: { readonly session: NoteSession }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const day = format.day(new Date(session.startedAt ?? session.scheduledFor), now)
  return (
    <li className="web-session-row">
      <p className="ac-grow ac-strong">{t('notes.session', { number: session.number, day })}</p>
      <ButtonLink
        kind="primary"
        size="small"
        href={`/sessions/${session.session}/note`}
        aria-label={t('notes.write.of', { number: session.number })}
      >
        {t('notes.write')}
      </ButtonLink>
    </li>
  )
}

function Line({ line, list }: { readonly line: NoteLine; readonly list: NoteList }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const { person } = useSelf()
  const { session, state, author, signedAt, amendments, late } = line
  const isMine = author === person.id
  const day = format.day(new Date(session.startedAt ?? session.scheduledFor), now)
  const name = personOf(list.people, author)?.name ?? ''
  const isOpen = state === 'draft' || state === 'returned'
  const facts = [
    signedAt === null
      ? t('notes.by', { name })
      : t('notes.signed', { name, when: format.moment(new Date(signedAt), now) }),
    ...(amendments > 0 ? [t('notes.amendments', { count: amendments })] : []),
    ...shownWords(),
  ]
  return (
    <li className="web-session-row">
      <div className="ac-grow">
        <p className="ac-strong">{t('notes.session', { number: session.number, day })}</p>
        <p className="ac-muted ac-small">{facts.join(' · ')}</p>
      </div>
      {late && <Chip tone="attention">{t('note.late')}</Chip>}
      <Chip tone={isOpen || state === 'awaiting' ? 'attention' : 'quiet'}>{t(`note.state.${state}`)}</Chip>
      <ButtonLink
        size="small"
        href={isMine ? `/sessions/${session.session}/note` : `/notes/${line.note}`}
        aria-label={t('notes.open.of', { number: session.number })}
      >
        {t(isOpen && isMine ? 'notes.goOn' : 'notes.open')}
      </ButtonLink>
    </li>
  )

  function shownWords(): readonly string[] {
    if (line.showing === null || isOpen || state === 'awaiting') return []
    const names = format.list(clientsOf(list.people).map((one) => givenName(one.name)))
    const { to, from } = line.showing
    if (to === 'nobody') return [t('notes.shown.kept', { names })]
    if (from > list.at) return [t('notes.shown.later', { names, day: format.day(new Date(from), now) })]
    return [t('notes.shown', { names })]
  }
}
