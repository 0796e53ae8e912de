import { Link } from 'react-aria-components'
import type { CaseSummary } from '@accord/domain/rest/case'
import { AttributedText } from '@accord/ui/attributed-text/attributed-text'
import { Chip } from '@accord/ui/controls/chip'
import { Table, type TableSort, type TableColumn } from '@accord/ui/controls/table'
import type { Format } from '@accord/ui/messages/format'
import { useFormat } from '@accord/ui/messages/use-format'
import { clientsOf, givenName, personOf, practitionersOf, voicesOf } from '../../lib/people.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages, type WebTranslate } from '../../lib/use-web-messages.js'
import { GoalSeals } from './goal-seals.js'
import { USUAL_ORDER, type CaseloadView, type SortedBy } from './caseload-view.js'
import { lastChange, latestGoal } from './latest-goal.js'

interface CaseloadTableProps {
  readonly caption: string
  readonly cases: readonly CaseSummary[]
  /** Whether to say whose client each is, as a supervisor wants to know. */
  readonly withPractitioner: boolean
  readonly view: CaseloadView
  readonly onView: (view: CaseloadView) => void
}

export function CaseloadTable({ caption, cases, withPractitioner, view, onView }: CaseloadTableProps) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const sort = (by: SortedBy) => sortOf(by, view, onView)
  const columns: readonly TableColumn<CaseSummary>[] = [
    {
      id: 'client',
      header: t('clients.column.client'),
      isRowHeader: true,
      sort: sort('name'),
      cell: (summary) => (
        <>
          <Link className="web-row-link" href={`/clients/${summary.caseId}/goals`}>
            {format.list(clientsOf(summary.people).map(({ name }) => name))}
          </Link>
          {summary.closedAt !== null && <Chip>{t('caseload.closed')}</Chip>}
        </>
      ),
    },
    ...(withPractitioner
      ? [
          {
            id: 'practitioner',
            header: t('clients.column.practitioner'),
            cell: (summary: CaseSummary) =>
              format.list(practitionersOf(summary.people).map(({ name }) => name)),
          },
        ]
      : []),
    {
      id: 'work',
      header: t('clients.column.work'),
      cell: ({ discipline }) => t('discipline', { discipline }),
    },
    {
      id: 'opened',
      header: t('caseload.column.opened'),
      sort: sort('opened'),
      cell: ({ openedAt }) => <span className="web-opened">{format.day(new Date(openedAt), now)}</span>,
    },
    {
      id: 'goals',
      header: t('clients.column.goals'),
      cell: (summary) => <GoalSeals summary={summary} />,
    },
    {
      id: 'latest',
      header: t('clients.column.latest'),
      cell: (summary) => <LatestWords summary={summary} />,
    },
    {
      id: 'change',
      header: t('clients.column.change'),
      sort: sort('change'),
      cell: (summary) => changeSentence(t, format, { summary, now }),
    },
  ]
  return (
    <div className="web-caseload" data-wide={withPractitioner ? '' : undefined}>
      <Table caption={caption} columns={columns} rows={cases} rowKey={({ caseId }) => caseId} />
    </div>
  )
}

/** Sorts by a column, the usual way first, the other way round when it is pressed again. */
function sortOf(by: SortedBy, view: CaseloadView, onView: (view: CaseloadView) => void): TableSort {
  const isThis = view.sortedBy === by
  const turned = view.order === 'ascending' ? 'descending' : 'ascending'
  const order = isThis ? turned : USUAL_ORDER[by]
  return {
    order: isThis ? view.order : null,
    onSort: () => onView({ ...view, sortedBy: by, order, page: 1 }),
  }
}

function LatestWords({ summary }: { readonly summary: CaseSummary }) {
  const t = useWebMessages()
  const goal = latestGoal(summary)
  if (goal === null) return <span className="ac-muted">{t('clients.noWords')}</span>
  const { text, runs } = goal.statement
  return (
    <span className="web-latest">
      <AttributedText text={text} runs={runs} voices={voicesOf(summary.people)} />
    </span>
  )
}

interface ChangeParts {
  readonly summary: CaseSummary
  readonly now: Date
}

/** "Jonah, yesterday" */
function changeSentence(t: WebTranslate, format: Format, { summary, now }: ChangeParts): string {
  const change = lastChange(summary)
  if (change === null)
    return t('clients.opened', { day: format.relativeDay(new Date(summary.openedAt), now) })
  const name = givenName(personOf(summary.people, change.by)?.name ?? '')
  return t('clients.changed', { name, day: format.relativeDay(new Date(change.at), now) })
}
