import { useId } from 'react'
import { COMFORT_FIELDS, isUnsaid } from '@accord/domain/case/comfort'
import type { ComfortProfile } from '@accord/domain/rest/comfort'
import { EyeIcon } from '@accord/ui/icons/eye-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { EmptyState } from '@accord/ui/states/empty-state'
import { givenName } from '../../../lib/people.js'
import { useSelf } from '../../../lib/self-context.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

/** One client's words, never paraphrased, and when they were last changed. (CL18) */
export function ComfortWords({ profile }: { readonly profile: ComfortProfile }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const titleId = useId()
  const { person } = useSelf()
  const { changed, words, writers, readers } = profile
  const name = givenName(profile.name)
  const named = (people: ComfortProfile['readers']) =>
    format.list(people.map((one) => (one.person === person.id ? t('profile.you') : givenName(one.name))))
  return (
    <section className="web-comfort" aria-labelledby={titleId}>
      <div className="web-comfort-head">
        <h2 className="ac-heading" id={titleId}>
          {t('profile.title', { name })}
        </h2>
        {changed !== null && (
          <p className="ac-muted ac-small">
            {t('profile.changed', {
              name: givenName(changed.name),
              day: format.day(new Date(changed.at), now),
            })}
          </p>
        )}
      </div>
      {isUnsaid(words) ? (
        <EmptyState
          title={t('profile.empty.title')}
          sentence={
            writers.length === 0
              ? t('profile.empty.closed')
              : t('profile.empty.sentence', { names: named(writers) })
          }
        />
      ) : (
        <dl className="web-voice-list">
          {COMFORT_FIELDS.map((field) => (
            <div key={field} data-field={field}>
              <dt>{t(`profile.${field}`)}</dt>
              <dd dir="auto">
                {words[field] ?? <span className="web-unsaid ac-muted">{t('profile.unsaid')}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="web-comfort-sees ac-muted ac-small">
        <EyeIcon size={16} />
        {t('profile.sees', { names: named(readers) })}
      </p>
    </section>
  )
}
