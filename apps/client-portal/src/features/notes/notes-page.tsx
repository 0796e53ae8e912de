import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-aria-components'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { ReleasedLine, ReleasedNotes } from '@accord/domain/rest/note'
import { ForwardIcon } from '@accord/ui/icons/forward-icon'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { ErrorState } from '@accord/ui/states/error-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { shortNameOf } from '@accord/ui/whose-goal/short-name'
import { casesQuery } from '../../lib/cases.js'
import { PageTitle } from '../../lib/page-title.js'
import { paths } from '../../lib/paths.js'
import { troubleSentence } from '../../lib/request-trouble.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { releasedNotesQuery } from './api/released-notes.js'

/** What was written about one's sessions, once it is signed and shown. (NO13) */
export function NotesPage() {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const { data: list, error, refetch } = useQuery(casesQuery)
  return (
    <PortalShell title={t('notes.title')} back={{ href: paths.you, label: t('rooms.you') }}>
      <PageTitle name={t('notes.title')} />
      <p className="ac-muted">{t('notes.lead')}</p>
      {list === undefined && error === null && <GoalSkeleton sentence={ui('loading.page')} />}
      {list === undefined && error !== null && (
        <ErrorState
          title={t('notes.failed')}
          sentence={troubleSentence(t, error)}
          onRetry={() => void refetch()}
        />
      )}
      {list?.cases.map((one) => (
        <NotesOfCase key={one.caseId} of={one} isOnly={list.cases.length === 1} />
      ))}
    </PortalShell>
  )
}

function NotesOfCase({ of, isOnly }: { readonly of: CaseSummary; readonly isOnly: boolean }) {
  const t = usePortalMessages()
  const format = useFormat()
  const { data: list, error, refetch } = useQuery(releasedNotesQuery(of.caseId))
  const names = of.people.flatMap(({ relation, name }) => (relation === 'practitioner' ? [name] : []))
  const whose = t('record.case', { names: format.list(names) })
  if (list === undefined && error !== null) {
    return (
      <ErrorState
        title={t('notes.failed')}
        sentence={troubleSentence(t, error)}
        onRetry={() => void refetch()}
      />
    )
  }
  if (list === undefined) return <p className="ac-muted">{t('notes.loading')}</p>
  return (
    <section className="ac-note-list" aria-label={whose}>
      {!isOnly && <h2 className="ac-portal-section">{whose}</h2>}
      {list.notes.length === 0 && <p className="ac-muted">{t('notes.none')}</p>}
      <ul className="pt-rows">
        {list.notes.map((line) => (
          <li key={line.note}>
            <NoteRow line={line} list={list} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function NoteRow({ line, list }: { readonly line: ReleasedLine; readonly list: ReleasedNotes }) {
  const t = usePortalMessages()
  const format = useFormat()
  const now = new Date(list.at)
  const { note, number, day, author, shownFrom } = line
  const name = shortNameOf(list.people, author)
  const title = t('notes.session', { number, day: format.day(new Date(day), now) })
  if (shownFrom === null || shownFrom > list.at) {
    const words =
      shownFrom === null
        ? t('notes.kept', { name })
        : t('notes.later', { name, day: format.day(new Date(shownFrom), now) })
    return (
      <div className="pt-row">
        <span className="pt-row-body">
          <b>{title}</b>
          <span className="ac-muted">{words}</span>
        </span>
        <LockIcon size={20} />
      </div>
    )
  }
  return (
    <Link className="pt-row" href={paths.note(note)}>
      <span className="pt-row-body">
        <b>{title}</b>
        <span className="ac-muted">{t('notes.by', { name })}</span>
      </span>
      <ForwardIcon size={20} />
    </Link>
  )
}
