import { ASPECTS, lowestAspect } from '@accord/domain/alliance/check-in'
import { SmallChart } from '@accord/ui/charts/small-chart'
import { Chip } from '@accord/ui/controls/chip'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName, practitionersOf } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import type { AllianceView } from './alliance-view.js'
import { useFigures } from './figures.js'

/** The four questions as small charts on the same axes; the lowest answer of the selected session stands out. (AL4) */
export function AspectCharts({ view: { of, selected, chart, page } }: { readonly view: AllianceView }) {
  const t = useWebMessages()
  const format = useFormat()
  const { decimal, aspect: named } = useFigures()
  const { sessions } = of
  const index = sessions.indexOf(selected)
  const isDip = chart.points[index]?.signal === 'below'
  const lowest = isDip ? lowestAspect(selected.ratings) : null
  const name = format.list(practitionersOf(page.people).map((one) => givenName(one.name)))
  return (
    <ul className="web-aspects">
      {ASPECTS.map((aspect) => {
        const values = sessions.map(({ ratings }) => ratings[aspect])
        const last = values.findLast((value) => value !== null)
        const at = selected.ratings[aspect]
        const lastWords =
          last === undefined ? t('alliance.never') : t('alliance.last', { value: decimal(last) })
        return (
          <li key={aspect} data-asking={aspect === lowest ? '' : undefined}>
            <div className="web-aspect-head">
              <b>{named(aspect)}</b>
              {aspect === lowest && at !== null ? (
                <Chip tone="attention">
                  {t('alliance.inSession', { value: decimal(at), number: selected.number })}
                </Chip>
              ) : (
                <span className="ac-muted ac-small">{lastWords}</span>
              )}
            </div>
            <p className="ac-muted ac-small">
              {aspect === 'bond' || aspect === 'heard'
                ? t(`alliance.${aspect}.asks`, { name })
                : t(`alliance.${aspect}.asks`)}
            </p>
            <SmallChart
              label={t('alliance.aspectChart', {
                aspect: named(aspect),
                values: sessions
                  .map(({ number }, at) => [number, values[at] ?? null] as const)
                  .flatMap(([number, value]) =>
                    value === null ? [] : [t('alliance.chart.point', { number, value: decimal(value) })],
                  )
                  .join(', '),
              })}
              values={values}
              scale={{ min: 0, max: 10 }}
              selected={index}
            />
          </li>
        )
      })}
    </ul>
  )
}
