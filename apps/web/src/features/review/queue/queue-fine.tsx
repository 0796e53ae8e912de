import { CheckboxButton, CheckboxField } from 'react-aria-components'
import { daysSince } from '@accord/domain/supervision/reasons-of'
import type { QueueCase } from '@accord/domain/rest/supervision'
import { Button } from '@accord/ui/controls/button'
import { Link } from '@accord/ui/controls/link'
import { Table, type TableColumn } from '@accord/ui/controls/table'
import { CheckIcon } from '@accord/ui/icons/check-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { clientsOf, givenName, practitionersOf } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { replayAddress } from './replay-of.js'
import { QueueSeals } from './queue-seals.js'
import { standingOf, useReadTogether } from './use-read-together.js'

interface QueueFineProps {
  readonly cases: readonly QueueCase[]
  readonly late: number
  readonly now: Date
}

/** What needs nobody, as far as a queue can tell: a line each; those that were read are signed together. (SQ16) */
export function QueueFine({ cases, late, now }: QueueFineProps) {
  const t = useWebMessages()
  const format = useFormat()
  const together = useReadTogether(cases)
  const nameOf = ({ people }: QueueCase) => format.list(clientsOf(people).map(({ name }) => name))
  const columns: readonly TableColumn<QueueCase>[] = [
    {
      id: 'tick',
      header: t('queue.fine.tick'),
      cell: (one) =>
        standingOf(one) === 'ready' && (
          <CheckboxField
            aria-label={t('queue.fine.ticked', { name: nameOf(one) })}
            isSelected={together.isTicked(one.caseId)}
            onChange={(isTicked) => together.tick(one.caseId, isTicked)}
          >
            <CheckboxButton className="ac-check">
              <span aria-hidden="true">
                <CheckIcon size={16} />
              </span>
            </CheckboxButton>
          </CheckboxField>
        ),
    },
    {
      id: 'client',
      header: t('queue.fine.client'),
      isRowHeader: true,
      cell: (one) => <Link href={replayAddress(one)}>{nameOf(one)}</Link>,
    },
    {
      id: 'with',
      header: t('queue.fine.with'),
      cell: ({ people }) => format.list(practitionersOf(people).map(({ name }) => givenName(name))),
    },
    { id: 'goals', header: t('queue.fine.goals'), cell: (one) => <QueueSeals queued={one} /> },
    { id: 'what', header: t('queue.fine.what'), cell: (one) => <Standing queued={one} /> },
    {
      id: 'days',
      header: t('queue.fine.read'),
      align: 'end',
      cell: ({ readAt }) => <LastRead readAt={readAt} late={late} now={now} />,
    },
  ]
  const count = together.chosen.length
  return (
    <>
      <Table caption={t('queue.band.fine')} columns={columns} rows={cases} rowKey={(one) => one.caseId} />
      {cases.some((one) => standingOf(one) === 'ready') && (
        <div className="web-qtogether">
          <Button
            kind="primary"
            isDisabled={count === 0}
            isPending={together.isSigning}
            onPress={together.sign}
          >
            {t('queue.together', { count })}
          </Button>
          <p className="ac-small">{t('queue.together.note')}</p>
        </div>
      )}
    </>
  )
}

function Standing({ queued }: { readonly queued: QueueCase }) {
  const t = useWebMessages()
  const { changes, unsigned } = queued
  switch (standingOf(queued)) {
    case 'ready':
      return t('queue.fine.unsigned', { count: unsigned ?? 0 })
    case 'signed':
      return t('queue.fine.signed')
    case 'unread':
      return <span className="web-qfine-unread">{t('queue.fine.unread', { count: changes })}</span>
  }
}

function LastRead({
  readAt,
  late,
  now,
}: {
  readonly readAt: number | null
  readonly late: number
  readonly now: Date
}) {
  const t = useWebMessages()
  const days = readAt === null ? null : daysSince(readAt, now.getTime())
  return (
    <span className="ac-num" data-late={days !== null && days > late ? '' : undefined}>
      {days === null ? t('queue.margin.never') : t('queue.fine.days', { days })}
    </span>
  )
}
