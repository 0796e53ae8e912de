import {
  DEFAULT_POLICY,
  isSamePolicy,
  type PolicyVersion,
  type SupervisionPolicy,
} from '@accord/domain/supervision/policy'
import { useFormat } from '@accord/ui/messages/use-format'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages, type WebTranslate } from '../../../lib/use-web-messages.js'
import { THRESHOLDS } from './policy-draft.js'

/** Who changed what, and when; the latest first. (SQ20) */
export function PolicyVersions({ versions }: { readonly versions: readonly PolicyVersion[] }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  return (
    <section aria-labelledby="policy-changes" className="web-policy-versions">
      <h2 className="ac-subheading" id="policy-changes">
        {t('policy.versions')}
      </h2>
      {versions.length === 0 ? (
        <p className="ac-muted ac-small">{t('policy.versions.none')}</p>
      ) : (
        <ol className="ac-small">
          {versions.map((one, index) => (
            <li key={one.version}>
              <b>
                {t('policy.version', {
                  by: one.by === null ? 'nobody' : 'other',
                  name: one.by?.name ?? '',
                  when: format.moment(new Date(one.at), now),
                })}
              </b>
              <span className="ac-muted">
                {isSamePolicy(one, DEFAULT_POLICY)
                  ? t('policy.change.usual')
                  : changesIn(t, versions[index + 1] ?? DEFAULT_POLICY, one).join(' ')}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** What one version made different from the one before it, a sentence for each. */
function changesIn(t: WebTranslate, before: SupervisionPolicy, after: SupervisionPolicy): readonly string[] {
  const days = THRESHOLDS.filter((name) => before.thresholds[name] !== after.thresholds[name]).map((name) =>
    t('policy.change.days', {
      what: t(`policy.days.${name}`),
      before: before.thresholds[name],
      after: after.thresholds[name],
    }),
  )
  const rules = after.rules.map((id) => t(`hours.rule.${id}`)).join('; ')
  const isOther = [...before.rules].sort().join() !== [...after.rules].sort().join()
  return isOther ? [...days, t('policy.change.rules', { rules })] : days
}
