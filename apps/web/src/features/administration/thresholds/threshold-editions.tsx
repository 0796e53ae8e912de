import type { ThresholdEdition } from '@accord/domain/measure/thresholds'
import { useFormat } from '@accord/ui/messages/use-format'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

interface ThresholdEditionsProps {
  readonly editions: readonly ThresholdEdition[]
  readonly titleOf: (row: ThresholdEdition) => string
}

/** Who changed what, when and why; the latest first. (ME3) */
export function ThresholdEditions({ editions, titleOf }: ThresholdEditionsProps) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  return (
    <section aria-labelledby="threshold-changes" className="web-policy-versions">
      <h2 className="ac-subheading" id="threshold-changes">
        {t('thresholds.changes')}
      </h2>
      {editions.length === 0 ? (
        <p className="ac-muted ac-small">{t('thresholds.changes.none')}</p>
      ) : (
        <ol className="ac-small">
          {editions.map((one) => (
            <li key={`${one.instrument}${one.version}${one.population}${one.use}${one.edition}`}>
              <b>
                {t('thresholds.edition', {
                  what: titleOf(one),
                  use: t(`thresholds.use.${one.use}`),
                  value: t(`thresholds.value.${one.use}`, { value: one.value }),
                })}
              </b>
              <span className="ac-muted">
                {t('thresholds.editionBy', {
                  by: one.by === '' ? 'nobody' : 'other',
                  name: one.by,
                  when: format.moment(new Date(one.at), now),
                })}{' '}
                {one.reason}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
