import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { MeasuresOfClient, MeasureSeries } from '@accord/domain/rest/measures'
import { Button } from '@accord/ui/controls/button'
import { Link } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { measuresQuery } from '../api/measures.js'
import { AskDialog } from './ask-dialog.js'
import { bandName, compared } from './measure-words.js'

/** Questionnaires at a glance: the last of each, what waits, and asking for another. (ME6, ME7) */
export function MeasuresStrip({ summary }: { readonly summary: CaseSummary }) {
  const t = useWebMessages()
  const titleId = useId()
  const { data: page, isError, refetch } = useQuery(measuresQuery(summary.caseId))
  const [isAsking, setIsAsking] = useState(false)
  const clients = page?.clients ?? []
  const isEmpty = clients.every(({ series, open }) => series.length + open.length === 0)
  return (
    <section className="web-measures" aria-labelledby={titleId}>
      <div className="web-alliance-head">
        <div>
          <h2 className="ac-heading" id={titleId}>
            {t('measures.title')}
          </h2>
          {page !== undefined && isEmpty && <p className="ac-muted ac-small">{t('measures.none')}</p>}
          {page === undefined && !isError && <p className="ac-muted ac-small">{t('measures.loading')}</p>}
        </div>
        {page?.mayAsk && <Button onPress={() => setIsAsking(true)}>{t('measures.ask')}</Button>}
      </div>
      {isError && page === undefined && (
        <p className="ac-note">
          {t('measures.failed')}{' '}
          <Button size="small" onPress={() => void refetch()}>
            {t('measures.again')}
          </Button>
        </p>
      )}
      {!isEmpty && (
        <ul className="web-measure-list">
          {clients.flatMap((of) => [
            ...of.series.map((series) => (
              <SeriesRow
                key={`${of.client}${series.instrument}${series.edition}`}
                caseId={summary.caseId}
                series={series}
                name={clients.length > 1 ? givenName(of.name) : null}
              />
            )),
            ...of.open.map((open) => <OpenRow key={open.request} open={open} />),
          ])}
        </ul>
      )}
      {isAsking && page !== undefined && (
        <AskDialog page={page} first={null} onClose={() => setIsAsking(false)} />
      )}
    </section>
  )
}

interface SeriesRowProps {
  readonly caseId: string
  readonly series: MeasureSeries
  /** Whose, where there are several clients. */
  readonly name: string | null
}

function SeriesRow({ caseId, series, name }: SeriesRowProps) {
  const t = useWebMessages()
  const format = useFormat()
  const latest = series.results.at(-1)
  if (!latest) return null
  const { score, at } = latest
  const [first] = series.results
  const since = first === latest ? null : compared(series, first, latest)
  const band = score.band === null ? '' : bandName(t, series, score.band)
  return (
    <li>
      <div className="ac-grow">
        <p className="ac-strong">
          <Link href={`/clients/${caseId}/measures/${series.instrument}`}>
            {name === null ? series.title : t('measures.of', { title: series.title, name })}
          </Link>
        </p>
        <p className="ac-muted ac-small">
          {t('measures.times', { count: series.results.length, day: format.shortDay(new Date(at)) })}
          {since !== null && since.standing !== null && (
            <>
              {' '}
              {t('measures.since', {
                difference: format.signed(rounded(since.difference)),
                standing: since.standing === 'too-small' ? 'other' : since.standing,
              })}
            </>
          )}
        </p>
      </div>
      <p className="web-measure-score">
        <b>{score.total === null ? '–' : format.number(rounded(score.total))}</b>
        <span className="ac-muted ac-small">{score.total === null ? t('measure.noTotal') : band}</span>
      </p>
    </li>
  )
}

function OpenRow({ open }: { readonly open: MeasuresOfClient['open'][number] }) {
  const t = useWebMessages()
  const format = useFormat()
  const { title, askedBy, askedAt, standing } = open
  return (
    <li>
      <div className="ac-grow">
        <p className="ac-strong">{title}</p>
        <p className="ac-muted ac-small">
          {t('measures.open', {
            standing: standing === 'asked' ? 'asked' : 'other',
            name: givenName(askedBy),
            day: format.shortDay(new Date(askedAt)),
          })}
        </p>
      </div>
    </li>
  )
}

/** To one decimal, as charts and tables say it. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
