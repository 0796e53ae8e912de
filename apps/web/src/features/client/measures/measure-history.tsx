import { useId, useState } from 'react'
import type { MeasureResult } from '@accord/domain/rest/measures'
import { PlaceRow } from '@accord/ui/charts/place-row'
import { RowChart, type ChartLevel } from '@accord/ui/charts/row-chart'
import { Table, type TableColumn } from '@accord/ui/controls/table'
import { ToggleGroup } from '@accord/ui/controls/toggle-group'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { rangeOf, rounded } from './measure-figures.js'
import type { MeasureView } from './measure-view.js'
import { bandName, compared } from './measure-words.js'

/** How it has gone, as a picture or as a table: the same numbers, with the bands as they were published. (AL4, ME7) */
export function MeasureHistory({ view }: { readonly view: MeasureView }) {
  const t = useWebMessages()
  const titleId = useId()
  const [look, setLook] = useState<'chart' | 'table'>('chart')
  const choices = [
    { id: 'chart', label: t('alliance.asChart') },
    { id: 'table', label: t('alliance.asTable') },
  ] as const
  return (
    <section className="web-measure-history" aria-labelledby={titleId}>
      <div className="web-alliance-head">
        <h3 className="ac-heading" id={titleId}>
          {t('measure.history')}
        </h3>
        <ToggleGroup label={t('alliance.look')} choices={choices} chosen={look} onChoose={setLook} />
      </div>
      {look === 'chart' ? <HistoryChart view={view} /> : <HistoryTable view={view} />}
    </section>
  )
}

function HistoryChart({ view: { series, of, selected, select } }: { readonly view: MeasureView }) {
  const t = useWebMessages()
  const format = useFormat()
  const { results, scoring, change } = series
  const { from, to } = rangeOf(series)
  const day = ({ at }: MeasureResult) => format.shortDay(new Date(at))
  const said = (value: number) => format.number(rounded(value))
  const levels = (scoring.bands ?? []).map((band): ChartLevel => ({
    ...{ id: band.code, at: band.from, tone: 'quiet', isDashed: true },
    label: t('measure.band', { name: bandName(t, series, band.code), from: band.from, to: band.to }),
  }))
  const total = results[0]?.score.total ?? null
  const around =
    change === null || total === null || results.length < 2
      ? null
      : { from: Math.max(from, total - change.value), to: Math.min(to, total + change.value), label: '' }
  const points = results.map((one) =>
    t('measure.chart.point', {
      day: day(one),
      value: one.score.total === null ? '–' : said(one.score.total),
    }),
  )
  return (
    <>
      <figure className="ac-chart-figure">
        <RowChart
          label={t('measure.chart', {
            title: series.title,
            name: givenName(of.name),
            points: points.join('; '),
          })}
          count={results.length}
          lines={[
            { id: 'total', values: results.map(({ score }) => score.total), mark: 'circle', label: said },
          ]}
          levels={levels}
          band={around}
          scale={{ min: from, max: to, step: to - from > 12 ? 5 : 1 }}
          format={said}
          selected={results.indexOf(selected)}
          onSelect={(index) => select(results[index]?.request ?? selected.request)}
          height={300}
        />
        <PlaceRow
          label={t('measure.times')}
          places={results.map((one) => ({
            id: one.request,
            label: day(one),
            name: t('measure.chart.place', { day: day(one) }),
          }))}
          selected={selected.request}
          onSelect={select}
        />
      </figure>
      {around !== null && change !== null && (
        <p className="web-measure-legend ac-muted ac-small">
          <i aria-hidden="true" />
          {t('measure.within', { minimum: change.value })}
        </p>
      )}
    </>
  )
}

function HistoryTable({ view: { series } }: { readonly view: MeasureView }) {
  const t = useWebMessages()
  const format = useFormat()
  const { results } = series
  const columns: TableColumn<MeasureResult>[] = [
    {
      id: 'day',
      header: t('alliance.column.day'),
      cell: ({ at }) => format.shortDay(new Date(at)),
      isRowHeader: true,
    },
    {
      id: 'total',
      header: t('measure.column.total'),
      cell: ({ score }) => (score.total === null ? '–' : format.number(rounded(score.total))),
      align: 'end',
    },
    {
      id: 'band',
      header: t('measure.column.band'),
      cell: ({ score }) => (score.band === null ? '–' : bandName(t, series, score.band)),
    },
    {
      id: 'change',
      header: t('measure.column.change'),
      cell: (one) => {
        const found = one === results[0] ? null : compared(series, results[0], one)
        return found === null ? '–' : format.signed(rounded(found.difference))
      },
      align: 'end',
    },
    {
      id: 'standing',
      header: t('measure.column.standing'),
      cell: (one) => {
        const found = one === results[0] ? null : compared(series, results[0], one)
        const standing = found?.standing ?? 'other'
        return one === results[0]
          ? '–'
          : t('measure.standing', { standing: standing === 'too-small' ? 'small' : standing })
      },
    },
  ]
  return (
    <Table
      caption={t('measure.history')}
      columns={columns}
      rows={results}
      rowKey={({ request }) => request}
    />
  )
}
