import type { ConsentText } from '@accord/domain/rest/consent'
import { useFormat } from '@accord/ui/messages/use-format'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

/** Who changed the words, when and why; the latest first. (CO1) */
export function ConsentTextVersions({ versions }: { readonly versions: readonly ConsentText[] }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  return (
    <section aria-labelledby="text-versions" className="web-policy-versions">
      <h2 className="ac-subheading" id="text-versions">
        {t('texts.versions')}
      </h2>
      <ol className="ac-small">
        {versions.map(({ version, by, at, reason, title, words, points }) => (
          <li key={version}>
            <b>
              {by === null || at === null
                ? t('texts.version.own', { version: `${version}` })
                : t('texts.version', {
                    version: `${version}`,
                    name: by.name,
                    when: format.moment(new Date(at), now),
                  })}
            </b>
            {reason !== null && (
              <span className="ac-muted" dir="auto">
                {reason}
              </span>
            )}
            <details>
              <summary>{t('texts.words')}</summary>
              <div className="web-text-words" dir="auto">
                <p>
                  <b>{title}</b>
                </p>
                <p>{words}</p>
                {points.map((point) => (
                  <p key={point.title}>
                    <b>{point.title}</b> {point.words}
                  </p>
                ))}
              </div>
            </details>
          </li>
        ))}
      </ol>
    </section>
  )
}
