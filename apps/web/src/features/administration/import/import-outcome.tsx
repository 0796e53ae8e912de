import type { ImportAnswer, ImportTrouble } from '@accord/domain/rest/client-import'
import { Button } from '@accord/ui/controls/button'
import { Table } from '@accord/ui/controls/table'
import { useWebMessages } from '../../../lib/use-web-messages.js'

interface ImportOutcomeProps {
  readonly csv: string
  readonly answer: ImportAnswer
  readonly isPending: boolean
  readonly onImport: () => void
}

/** What an import would do: whom it found, and each row's trouble by its number and heading. */
export function ImportOutcome({ csv, answer, isPending, onImport }: ImportOutcomeProps) {
  const t = useWebMessages()
  const { troubles, found } = answer
  // Quoted words may hold line breaks; then a row is not a line, and its number says enough.
  const lines = csv.includes('"') ? [] : csv.split(/\r\n|\r|\n/u)
  if (troubles.length === 0) {
    return (
      <section className="web-desk-outcome" role="status">
        <p className="ac-strong">{t('desk.import.clean', { count: found })}</p>
        <p className="ac-muted ac-small">{t('desk.import.nothingYet')}</p>
        <Button kind="primary" isPending={isPending} onPress={onImport}>
          {t('desk.import.do', { count: found })}
        </Button>
      </section>
    )
  }
  return (
    <section className="web-desk-outcome">
      <p className="ac-strong" role="status">
        {t('desk.import.troubled', { count: troubles.length })}
      </p>
      <Table
        caption={t('desk.import.troubles')}
        rows={troubles}
        rowKey={({ row, column, code }) => `${row}${column ?? ''}${code}`}
        columns={[
          { id: 'row', header: t('desk.import.row'), isRowHeader: true, cell: ({ row }) => row },
          {
            id: 'column',
            header: t('desk.import.column'),
            cell: ({ column }) => column ?? t('desk.import.whole'),
          },
          { id: 'trouble', header: t('desk.import.trouble'), cell: ({ message }) => message },
          ...(lines.length === 0
            ? []
            : [
                {
                  id: 'line',
                  header: t('desk.import.line'),
                  cell: ({ row }: ImportTrouble) => <code className="web-csv-line">{lines[row - 1]}</code>,
                },
              ]),
        ]}
      />
    </section>
  )
}
