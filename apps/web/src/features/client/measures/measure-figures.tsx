import { useFormat } from '@accord/ui/messages/use-format'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { bandName, compared, type Compared } from './measure-words.js'
import type { MeasureView } from './measure-view.js'

/** The total and its band, and what changed since the first and the last time, against reliable change. (ME2) */
export function MeasureFigures({ view: { series, selected } }: { readonly view: MeasureView }) {
  const t = useWebMessages()
  const format = useFormat()
  const { score } = selected
  const at = series.results.indexOf(selected)
  const [first] = series.results
  const before = series.results[at - 1]
  const { to } = rangeOf(series)
  const total = score.total === null ? null : format.number(rounded(score.total))
  return (
    <dl className="web-measure-figures">
      <div>
        <dt>{total ?? '–'}</dt>
        <dd>
          {total === null
            ? t('measure.tooMuchMissing', { count: score.missing.length })
            : score.band === null
              ? t('measure.total', { to })
              : t.rich('measure.totalBand', {
                  to,
                  band: bandName(t, series, score.band),
                  b: (words) => <b>{words}</b>,
                })}
          {score.isProrated && <> {t('measure.prorated', { count: score.missing.length })}</>}
        </dd>
      </div>
      {first !== undefined && at > 0 && (
        <Change
          series={series}
          of={compared(series, first, selected)}
          since={format.shortDay(new Date(first.at))}
        />
      )}
      {before !== undefined && before !== first && (
        <Change
          series={series}
          of={compared(series, before, selected)}
          since={format.shortDay(new Date(before.at))}
        />
      )}
    </dl>
  )
}

interface ChangeProps {
  readonly series: MeasureView['series']
  readonly of: Compared | null
  readonly since: string
}

function Change({ series, of, since }: ChangeProps) {
  const t = useWebMessages()
  const format = useFormat()
  if (of === null) return null
  const { difference, standing } = of
  return (
    <div>
      <dt>{format.signed(rounded(difference))}</dt>
      <dd>
        {t('measure.since', { day: since })}{' '}
        {standing === null || series.change === null
          ? t('measure.change.unknown')
          : t.rich(`measure.change.${standing}`, {
              minimum: series.change.value,
              b: (words) => <b>{words}</b>,
            })}
      </dd>
    </div>
  )
}

/** The least and the most that a total can be. */
export function rangeOf({ scoring }: Pick<MeasureView['series'], 'scoring'>): { from: number; to: number } {
  const { min, max } = scoring.itemRange
  const times = scoring.method === 'sum' ? scoring.items.length : 1
  return { from: min * times, to: max * times }
}

/** To one decimal, as charts and tables say it. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
