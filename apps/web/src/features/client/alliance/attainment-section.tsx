import { useId, useState } from 'react'
import type { AttainmentPoint, Rater } from '@accord/domain/alliance/attainment'
import type { AllianceSession } from '@accord/domain/alliance/series'
import { PlaceRow } from '@accord/ui/charts/place-row'
import { RowChart } from '@accord/ui/charts/row-chart'
import { Chip } from '@accord/ui/controls/chip'
import { Table, type TableColumn } from '@accord/ui/controls/table'
import { ToggleGroup } from '@accord/ui/controls/toggle-group'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName, practitionersOf } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import type { AllianceView } from './alliance-view.js'
import { useFigures } from './figures.js'

const RATERS: readonly Rater[] = ['client', 'practitioner']

/** Goal attainment on the same sessions, as each of the two rates it: "k of n goals scored". (AL5) */
export function AttainmentSection({ view }: { readonly view: AllianceView }) {
  const t = useWebMessages()
  const titleId = useId()
  const { decimal } = useFigures()
  const [look, setLook] = useState<'chart' | 'table'>('chart')
  const { attainment, clients } = view.page
  const rated = RATERS.filter((rater) => attainment[rater].some(({ t: score }) => score !== null))
  const now = attainment.client.findLast(({ t: score }) => score !== null)
  const choices = [
    { id: 'chart', label: t('alliance.asChart') },
    { id: 'table', label: t('alliance.asTable') },
  ] as const
  return (
    <section className="web-alliance web-attainment" aria-labelledby={titleId}>
      <div className="web-alliance-head">
        <div>
          <h2 className="ac-heading" id={titleId}>
            {t('alliance.goals.title')}
          </h2>
          <p className="ac-muted ac-small">{t('alliance.goals.lead', { clients: clients.length })}</p>
        </div>
        <div className="web-alliance-now">
          {typeof now?.t === 'number' && (
            <Chip tone="practitioner">
              {t('alliance.goals.now', { value: decimal(now.t), scored: now.scored, goals: now.goals })}
            </Chip>
          )}
          {rated.length > 0 && (
            <ToggleGroup label={t('alliance.look')} choices={choices} chosen={look} onChoose={setLook} />
          )}
        </div>
      </div>
      {rated.length === 0 && <p className="ac-muted">{t('alliance.goals.none')}</p>}
      {rated.length > 0 && look === 'chart' && <AttainmentChart view={view} rated={rated} />}
      {rated.length > 0 && look === 'table' && <AttainmentTable view={view} rated={rated} />}
    </section>
  )
}

interface AttainmentProps {
  readonly view: AllianceView
  readonly rated: readonly Rater[]
}

function useRaterName({ of, page }: AllianceView): (rater: Rater) => string {
  const format = useFormat()
  const practitioners = practitionersOf(page.people).map(({ name }) => givenName(name))
  return (rater) => (rater === 'client' ? givenName(of.name) : format.list(practitioners))
}

function AttainmentChart({ view, rated }: AttainmentProps) {
  const t = useWebMessages()
  const { decimal, day } = useFigures()
  const nameOf = useRaterName(view)
  const { of, page, selected, select } = view
  const { sessions } = of
  const valuesOf = (rater: Rater) => sessions.map((_, index) => page.attainment[rater][index]?.t ?? null)
  const told = rated.map((rater) =>
    t('alliance.goals.series', {
      name: nameOf(rater),
      values: valuesOf(rater)
        .flatMap((value, index) =>
          value === null
            ? []
            : [t('alliance.chart.point', { number: sessions[index]?.number ?? 0, value: decimal(value) })],
        )
        .join(', '),
    }),
  )
  return (
    <figure className="ac-chart-figure">
      <RowChart
        label={[t('alliance.goals.what'), ...told].join(' ')}
        count={sessions.length}
        lines={rated.map((rater) => ({
          id: rater,
          relation: rater,
          values: valuesOf(rater),
          mark: rater === 'client' ? ('circle' as const) : ('square' as const),
          label: rater === rated[0] ? decimal : () => '',
          labelled: rated.length > 1 ? ('below' as const) : ('above' as const),
        }))}
        levels={[{ id: 'hoped', at: 50, label: t('alliance.goals.hoped'), tone: 'practitioner' }]}
        scale={{ min: 0, max: 100, step: 10 }}
        format={decimal}
        selected={sessions.indexOf(selected)}
        onSelect={(index) => select(sessions[index]?.session ?? selected.session)}
        height={196}
      />
      <PlaceRow
        label={t('alliance.sessions')}
        places={sessions.map((one) => ({
          id: one.session,
          label: `${one.number}`,
          name: t('alliance.session', { number: one.number, day: day(one) }),
        }))}
        selected={selected.session}
        onSelect={select}
      />
      <figcaption className="web-raters">
        {rated.map((rater) => (
          <span key={rater} data-relation={rater}>
            <i aria-hidden="true" />
            {nameOf(rater)}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

function AttainmentTable({ view, rated }: AttainmentProps) {
  const t = useWebMessages()
  const { decimal, day } = useFigures()
  const nameOf = useRaterName(view)
  const { of, page } = view
  const pointOf = (rater: Rater, one: AllianceSession): AttainmentPoint | undefined =>
    page.attainment[rater][of.sessions.indexOf(one)]
  const columns: TableColumn<AllianceSession>[] = [
    { id: 'number', header: t('alliance.column.session'), cell: ({ number }) => number, isRowHeader: true },
    { id: 'day', header: t('alliance.column.day'), cell: day },
    ...rated.map((rater): TableColumn<AllianceSession> => ({
      id: rater,
      header: nameOf(rater),
      cell: (one) => {
        const point = pointOf(rater, one)
        if (typeof point?.t !== 'number') return '–'
        const { scored, goals } = point
        return t('alliance.goals.cell', { value: decimal(point.t), scored, goals })
      },
      align: 'end',
    })),
  ]
  return (
    <Table
      caption={t('alliance.goals.title')}
      columns={columns}
      rows={of.sessions}
      rowKey={({ session }) => session}
    />
  )
}
