import type { CaseFile, PartOfCase } from '@accord/domain/rest/case-file'
import { Button } from '@accord/ui/controls/button'
import { Table } from '@accord/ui/controls/table'
import { useFormat } from '@accord/ui/messages/use-format'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { partsNow } from './parts.js'

interface PartsTableProps {
  readonly file: CaseFile
  readonly onEnd: (part: PartOfCase) => void
}

/** Who has a part in the case and who had one, with what it lets them do. */
export function PartsTable({ file, onEnd }: PartsTableProps) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const day = (at: number) => format.day(new Date(at), now)
  return (
    <Table
      caption={t('desk.cases.people')}
      rows={file.people}
      rowKey={({ person, relation, since }) => `${person}${relation}${since}`}
      columns={[
        { id: 'who', header: t('desk.column.who'), isRowHeader: true, cell: ({ name }) => name },
        { id: 'as', header: t('desk.column.as'), cell: ({ relation }) => t('relation', { relation }) },
        {
          id: 'may',
          header: t('desk.column.may'),
          cell: ({ relation, until }) =>
            t('desk.cases.may', { relation: until === null ? relation : 'nobody' }),
        },
        {
          id: 'time',
          header: t('desk.column.time'),
          cell: ({ since, until }) =>
            until === null
              ? t('client.since', { day: day(since) })
              : t('desk.cases.fromTo', { from: day(since), to: day(until) }),
        },
        {
          id: 'end',
          header: t('desk.column.act'),
          align: 'end',
          cell: (part) =>
            mayEnd(file, part) && (
              <Button size="small" kind="quiet" onPress={() => onEnd(part)}>
                {t('desk.act.end', { name: part.name })}
              </Button>
            ),
        },
      ]}
    />
  )
}

/** An open case keeps a client and a practitioner; the last of either can only be replaced. (CL12) */
function mayEnd(file: CaseFile, part: PartOfCase): boolean {
  if (part.until !== null || file.closedAt !== null) return false
  if (part.relation === 'supervisor' || part.relation === 'guardian') return true
  return partsNow(file, part.relation).length > 1
}
