import { useFormat } from '@accord/ui/messages/use-format'
import { givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import type { MeasureView } from './measure-view.js'

/** What it is and isn't, who sees it, and where its numbers are from. (ME3, ME6) */
export function MeasureSide({ view: { page, of, series } }: { readonly view: MeasureView }) {
  const t = useWebMessages()
  const format = useFormat()
  const { change, copyright, isBuiltIn, scoring } = series
  return (
    <>
      <section>
        <h2 className="ac-subheading">{t('measure.what')}</h2>
        <p className="ac-muted ac-small">
          {t('measure.what.sentence', {
            count: scoring.items.length,
            fortnight: isBuiltIn ? 'yes' : 'other',
          })}
        </p>
      </section>
      <section>
        <h2 className="ac-subheading">{t('measure.readers')}</h2>
        <p className="ac-muted ac-small">
          {t('measure.readers.sentence', {
            names: format.list(page.readers.map(({ name }) => givenName(name))),
            client: givenName(of.name),
          })}
        </p>
      </section>
      <section>
        <h2 className="ac-subheading">{t('measure.numbers')}</h2>
        <p className="ac-muted ac-small">
          {change === null
            ? t('measure.numbers.none')
            : t('measure.numbers.change', {
                minimum: change.value,
                population: change.population,
                citation: change.citation,
              })}{' '}
          {(scoring.bands ?? []).length > 0 && t('measure.numbers.bands')}
        </p>
      </section>
      <section>
        <h2 className="ac-subheading">{t('measure.notice')}</h2>
        <p className="ac-muted ac-small">{copyright}</p>
      </section>
    </>
  )
}
