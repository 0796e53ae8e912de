import { useQuery } from '@tanstack/react-query'
import type { CaseFile } from '@accord/domain/rest/case-file'
import { Chip } from '@accord/ui/controls/chip'
import { ButtonLink, Link } from '@accord/ui/controls/link'
import { Table } from '@accord/ui/controls/table'
import { PlusIcon } from '@accord/ui/icons/plus-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { ConsolePage } from '@accord/ui/shell/console-shell'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { caseFilesQuery } from '../api/case-files.js'
import { DeskEmpty } from '../desk-empty.js'
import { DeskFrame } from '../desk-frame.js'
import { namesOf } from './parts.js'

/** Every case from the outside: who works with whom. (CL10) */
export function CasesPage() {
  const t = useWebMessages()
  const { data: files, error, refetch } = useQuery(caseFilesQuery)
  const open = (
    <ButtonLink kind="primary" href="/administration/cases/new" icon={<PlusIcon />}>
      {t('desk.cases.open')}
    </ButtonLink>
  )
  return (
    <DeskFrame tab="cases" title={t('desk.cases.title')}>
      <ConsolePage title={t('desk.cases.title')} lead={t('desk.cases.lead')} actions={open}>
        {files === undefined ? (
          error === null ? (
            <GoalSkeleton sentence={t('desk.cases.loading')} />
          ) : (
            <FailedPage error={error} what={t('desk.cases.what')} onRetry={() => void refetch()} />
          )
        ) : files.cases.length === 0 ? (
          <DeskEmpty title={t('desk.cases.empty')} sentence={t('desk.cases.emptyHint')} />
        ) : (
          <CasesTable cases={files.cases} />
        )}
      </ConsolePage>
    </DeskFrame>
  )
}

function CasesTable({ cases }: { readonly cases: readonly CaseFile[] }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  return (
    <Table
      caption={t('desk.cases.title')}
      rows={cases}
      rowKey={({ caseId }) => caseId}
      columns={[
        {
          id: 'client',
          header: t('clients.column.client'),
          isRowHeader: true,
          cell: (file) => (
            <Link href={`/administration/cases/${file.caseId}`}>{format.list(namesOf(file, 'client'))}</Link>
          ),
        },
        {
          id: 'practitioner',
          header: t('clients.column.practitioner'),
          cell: (file) => format.list(namesOf(file, 'practitioner')),
        },
        {
          id: 'supervisor',
          header: t('desk.column.supervisor'),
          cell: (file) => format.list(namesOf(file, 'supervisor')) || t('desk.cases.noSupervisor'),
        },
        {
          id: 'work',
          header: t('clients.column.work'),
          cell: ({ discipline }) => t('discipline', { discipline }),
        },
        {
          id: 'since',
          header: t('desk.column.since'),
          cell: ({ openedAt }) => <span className="web-desk-day">{format.day(new Date(openedAt), now)}</span>,
        },
        {
          id: 'state',
          header: t('desk.column.state'),
          cell: ({ closedAt }) =>
            closedAt === null ? (
              <Chip tone="outline">{t('desk.cases.isOpen')}</Chip>
            ) : (
              <Chip>{t('client.closed', { day: format.day(new Date(closedAt), now) })}</Chip>
            ),
        },
      ]}
    />
  )
}
