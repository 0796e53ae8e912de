import { givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import type { AllianceView } from './alliance-view.js'
import { useFigures } from './figures.js'

/** A whole chart in sentences, for whoever does not see it. (AL4) */
export function useChartSentence(): (view: Pick<AllianceView, 'of' | 'chart'>) => string {
  const t = useWebMessages()
  const { decimal, day } = useFigures()
  return ({ of: { sessions, name }, chart }) => {
    const { limits, mean, points } = chart
    const all = sessions.flatMap((one) =>
      one.mean === null ? [] : [t('alliance.chart.point', { number: one.number, value: decimal(one.mean) })],
    )
    const range =
      limits === null || mean === null
        ? t('alliance.chart.noRange')
        : t('alliance.chart.range', {
            lower: decimal(limits.lower),
            upper: decimal(limits.upper),
            middle: decimal(mean),
          })
    const dips = sessions.flatMap((one, index) => {
      if (points[index]?.signal !== 'below' || one.mean === null) return []
      return [t('alliance.chart.below', { number: one.number, day: day(one), value: decimal(one.mean) })]
    })
    return [t('alliance.chart.what', { name: givenName(name) }), range, ...dips, all.join(', ')].join(' ')
  }
}
