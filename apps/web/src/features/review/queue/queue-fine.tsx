import { daysSince } from '@accord/domain/supervision/reasons-of'
import type { QueueCase } from '@accord/domain/rest/supervision'
import { Link } from '@accord/ui/controls/link'
import { Table, type TableColumn } from '@accord/ui/controls/table'
import { useFormat } from '@accord/ui/messages/use-format'
import { clientsOf, givenName, practitionersOf } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { replayAddress } from './replay-of.js'
import { QueueSeals } from './queue-seals.js'

interface QueueFineProps {
  readonly cases: readonly QueueCase[]
  readonly late: number
  readonly now: Date
}

/** What needs nobody, as far as a queue can tell: a line each. */
export function QueueFine({ cases, late, now }: QueueFineProps) {
  const t = useWebMessages()
  const format = useFormat()
  const daysOf = (readAt: number | null) => (readAt === null ? null : daysSince(readAt, now.getTime()))
  const columns: readonly TableColumn<QueueCase>[] = [
    {
      id: 'client',
      header: t('queue.fine.client'),
      isRowHeader: true,
      cell: (one) => (
        <Link href={replayAddress(one)}>{format.list(clientsOf(one.people).map(({ name }) => name))}</Link>
      ),
    },
    {
      id: 'with',
      header: t('queue.fine.with'),
      cell: ({ people }) => format.list(practitionersOf(people).map(({ name }) => givenName(name))),
    },
    { id: 'goals', header: t('queue.fine.goals'), cell: (one) => <QueueSeals queued={one} /> },
    {
      id: 'what',
      header: t('queue.fine.what'),
      cell: ({ changes }) => t('queue.fine.since', { count: changes }),
    },
    {
      id: 'days',
      header: t('queue.fine.read'),
      align: 'end',
      cell: ({ readAt }) => {
        const days = daysOf(readAt)
        return (
          <span className="ac-num" data-late={days !== null && days > late ? '' : undefined}>
            {days === null ? t('queue.margin.never') : t('queue.fine.days', { days })}
          </span>
        )
      },
    },
  ]
  return <Table caption={t('queue.band.fine')} columns={columns} rows={cases} rowKey={(one) => one.caseId} />
}
