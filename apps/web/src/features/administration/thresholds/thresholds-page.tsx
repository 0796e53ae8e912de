import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isSameRow, THRESHOLD_USES, type MeasureThreshold } from '@accord/domain/measure/thresholds'
import type { ThresholdsPage as Page } from '@accord/domain/rest/measures'
import { Button } from '@accord/ui/controls/button'
import { Table, type TableColumn } from '@accord/ui/controls/table'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { instrumentsQuery, thresholdsQuery } from '../api/measures.js'
import { DeskFrame } from '../desk-frame.js'
import { ThresholdDialog } from './threshold-dialog.js'
import { ThresholdEditions } from './threshold-editions.js'

/** Every number that something is decided by, with whom it holds for and where it is from. (ME3) */
export function ThresholdsPage() {
  const t = useWebMessages()
  const { data: page, error, refetch } = useQuery(thresholdsQuery)
  return (
    <DeskFrame tab="thresholds" title={t('thresholds.title')}>
      <div className="ac-page web-thresholds">
        <h1 className="ac-heading">{t('thresholds.title')}</h1>
        <p className="ac-muted">{t('thresholds.lead')}</p>
        {page !== undefined && <Rows page={page} />}
        {page === undefined && error === null && <GoalSkeleton sentence={t('thresholds.loading')} />}
        {page === undefined && error !== null && (
          <FailedPage error={error} what={t('thresholds.what')} onRetry={() => void refetch()} />
        )}
      </div>
    </DeskFrame>
  )
}

function Rows({ page }: { readonly page: Page }) {
  const t = useWebMessages()
  const [changing, setChanging] = useState<MeasureThreshold | null>(null)
  const titleOf = useInstrumentTitle()
  const present = (row: MeasureThreshold) => page.editions.find((one) => isSameRow(one, row)) ?? null
  const columns: TableColumn<MeasureThreshold>[] = [
    {
      id: 'what',
      header: t('thresholds.column.what'),
      cell: (row) => (
        <>
          {titleOf(row)}
          <span className="web-threshold-use ac-muted">{t(`thresholds.use.${row.use}`)}</span>
        </>
      ),
      isRowHeader: true,
    },
    {
      id: 'value',
      header: t('thresholds.column.value'),
      cell: (row) => (
        <span className="web-threshold-value">{t(`thresholds.value.${row.use}`, { value: row.value })}</span>
      ),
    },
    {
      id: 'population',
      header: t('thresholds.column.population'),
      cell: ({ population, version }) => (
        <>
          {population}
          <span className="web-threshold-use ac-muted">{t('thresholds.version', { version })}</span>
        </>
      ),
    },
    {
      id: 'citation',
      header: t('thresholds.column.citation'),
      cell: (row) => (
        <>
          {row.citation}
          <span className="web-threshold-use ac-muted">
            {t('thresholds.whose', { own: present(row) === null ? 'other' : 'yes' })}
          </span>
        </>
      ),
    },
    {
      id: 'change',
      header: t('thresholds.column.change'),
      cell: (row) => (
        <Button
          size="small"
          aria-label={t('thresholds.changeNamed', {
            what: titleOf(row),
            use: t(`thresholds.use.${row.use}`),
          })}
          onPress={() => setChanging(row)}
        >
          {t('thresholds.change')}
        </Button>
      ),
    },
  ]
  return (
    <>
      <Table
        caption={t('thresholds.title')}
        columns={columns}
        rows={inOrder(page.rows, titleOf)}
        rowKey={({ instrument, version, population, use }) => `${instrument}${version}${population}${use}`}
      />
      <p className="ac-muted ac-small">{t('thresholds.bands')}</p>
      <ThresholdEditions editions={page.editions} titleOf={titleOf} />
      {changing !== null && (
        <ThresholdDialog
          row={changing}
          over={present(changing)?.edition ?? 0}
          title={titleOf(changing)}
          onClose={() => setChanging(null)}
        />
      )}
    </>
  )
}

/** By what they are of: a row that a clinic changed stays where it was. */
function inOrder(
  rows: readonly MeasureThreshold[],
  titleOf: (row: MeasureThreshold) => string,
): readonly MeasureThreshold[] {
  return [...rows].sort(
    (one, other) =>
      titleOf(one).localeCompare(titleOf(other)) ||
      THRESHOLD_USES.indexOf(one.use) - THRESHOLD_USES.indexOf(other.use),
  )
}

/** What an instrument is called: its own title, or ours for what is no instrument. */
function useInstrumentTitle(): (row: Pick<MeasureThreshold, 'instrument'>) => string {
  const t = useWebMessages()
  const { data: page } = useQuery(instrumentsQuery)
  return ({ instrument }) => {
    const found = page?.instruments.find((one) => one.instrument === instrument)
    if (found) return found.title
    switch (instrument) {
      case 'check-in':
        return t('thresholds.of.checkIn')
      case 'goal-progress':
        return t('thresholds.of.progress')
      case 'safety':
        return t('thresholds.of.safety')
      case 'barrier':
        return t('thresholds.of.barrier')
      default:
        return instrument.toUpperCase()
    }
  }
}
