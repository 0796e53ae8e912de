import { type ReactNode, useId, useState } from 'react'
import { ASPECTS } from '@accord/domain/alliance/check-in'
import type { AllianceSession } from '@accord/domain/alliance/series'
import { PlaceRow } from '@accord/ui/charts/place-row'
import { RowChart, type ChartLevel } from '@accord/ui/charts/row-chart'
import { Table, type TableColumn } from '@accord/ui/controls/table'
import { ToggleGroup } from '@accord/ui/controls/toggle-group'
import { givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import type { AllianceView } from './alliance-view.js'
import { useChartSentence } from './chart-sentence.js'
import { useFigures } from './figures.js'

interface CheckInSectionProps {
  readonly view: AllianceView
  /** The four questions, each in a chart of its own. */
  readonly children: ReactNode
}

type Look = 'chart' | 'table'

/** Every check-in’s mean against this client’s own usual range, as a picture or as a table. (AL1, AL4) */
export function CheckInSection({ view, children }: CheckInSectionProps) {
  const t = useWebMessages()
  const titleId = useId()
  const [look, setLook] = useState<Look>('chart')
  const name = givenName(view.of.name)
  const choices = [
    { id: 'chart', label: t('alliance.asChart') },
    { id: 'table', label: t('alliance.asTable') },
  ] as const
  return (
    <section className="web-alliance" aria-labelledby={titleId}>
      <div className="web-alliance-head">
        <div>
          <h2 className="ac-heading" id={titleId}>
            {t('alliance.title', { name })}
          </h2>
          <p className="ac-muted ac-small">{t('alliance.lead')}</p>
        </div>
        <ToggleGroup label={t('alliance.look')} choices={choices} chosen={look} onChoose={setLook} />
      </div>
      {look === 'table' ? (
        <CheckInTable sessions={view.of.sessions} caption={t('alliance.title', { name })} />
      ) : (
        <>
          <CheckInChart view={view} />
          {children}
        </>
      )}
      <Standing view={view} />
    </section>
  )
}

function CheckInChart({ view }: { readonly view: AllianceView }) {
  const t = useWebMessages()
  const { decimal, day } = useFigures()
  const sentence = useChartSentence()
  const { chart, of, selected, select } = view
  const { sessions } = of
  const { limits, mean } = chart
  const below = new Set(chart.points.flatMap(({ signal }, index) => (signal === 'below' ? [index] : [])))
  const levels: ChartLevel[] = []
  if (limits && mean !== null) {
    levels.push(
      {
        id: 'middle',
        at: mean,
        label: t('alliance.middle', { value: decimal(mean) }),
        tone: 'quiet',
        isDashed: true,
      },
      {
        id: 'ask',
        at: limits.lower,
        label: t('alliance.askBelow', { value: decimal(limits.lower) }),
        tone: 'attention',
      },
    )
  }
  return (
    <figure className="ac-chart-figure">
      <RowChart
        label={sentence(view)}
        count={sessions.length}
        lines={[
          {
            id: 'mean',
            values: sessions.map((one) => one.mean),
            mark: 'circle',
            flagged: below,
            label: decimal,
          },
        ]}
        levels={levels}
        band={limits && { from: limits.lower, to: limits.upper, label: t('alliance.usual') }}
        boundary={boundaryOf(view, (last) => t('alliance.learned', { last }))}
        scale={{ min: 0, max: 10, step: 1 }}
        format={decimal}
        selected={sessions.indexOf(selected)}
        onSelect={(index) => select(sessions[index]?.session ?? selected.session)}
        height={262}
      />
      <PlaceRow
        label={t('alliance.sessions')}
        places={sessions.map((one) => ({
          id: one.session,
          label: `${one.number}`,
          note: day(one),
          name: t('alliance.session', { number: one.number, day: day(one) }),
        }))}
        selected={selected.session}
        onSelect={select}
      />
    </figure>
  )
}

/** After the last of the sessions that the range was learned from, once there are more. */
function boundaryOf({ of, page, chart }: AllianceView, label: (last: number) => string) {
  const given = of.sessions.flatMap(({ mean }, index) => (mean === null ? [] : [index]))
  const last = given[page.thresholds.baseline - 1]
  if (chart.limits === null || last === undefined || given.length <= page.thresholds.baseline) return null
  return { after: last + 1, label: label(of.sessions[last]?.number ?? last + 1) }
}

/** How far the range can be relied on, in words. (AL2) */
function Standing({ view: { chart, of, page } }: { readonly view: AllianceView }) {
  const t = useWebMessages()
  const given = of.sessions.filter(({ mean }) => mean !== null).length
  const { baseline } = page.thresholds
  if (chart.standing === 'full') return null
  return (
    <p className="ac-note">
      {t(chart.standing === 'provisional' ? 'alliance.provisional' : 'alliance.trendOnly', {
        given,
        baseline,
      })}
    </p>
  )
}

interface CheckInTableProps {
  readonly sessions: readonly AllianceSession[]
  readonly caption: string
}

function CheckInTable({ sessions, caption }: CheckInTableProps) {
  const t = useWebMessages()
  const { decimal, aspect: named, day, said } = useFigures()
  const columns: TableColumn<AllianceSession>[] = [
    { id: 'number', header: t('alliance.column.session'), cell: ({ number }) => number, isRowHeader: true },
    { id: 'day', header: t('alliance.column.day'), cell: day },
    { id: 'mean', header: t('alliance.column.mean'), cell: said, align: 'end' },
    ...ASPECTS.map((aspect): TableColumn<AllianceSession> => ({
      id: aspect,
      header: named(aspect),
      cell: ({ ratings }) => (ratings[aspect] === null ? '–' : decimal(ratings[aspect])),
      align: 'end',
    })),
  ]
  return <Table caption={caption} columns={columns} rows={sessions} rowKey={({ session }) => session} />
}
