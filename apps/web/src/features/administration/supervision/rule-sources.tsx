import { HOURS_RULE_IDS, HOURS_RULES } from '@accord/domain/supervision/hours-rule'
import { useWebMessages } from '../../../lib/use-web-messages.js'

/** What each rule asks, in the words of its source, and when that was read. (SQ13, SQ20) */
export function RuleSources() {
  const t = useWebMessages()
  return (
    <dl className="web-policy-rules ac-small">
      {HOURS_RULE_IDS.map((id) => {
        const { citation, version } = HOURS_RULES[id]
        return (
          <div key={id}>
            <dt>{t(`hours.rule.${id}`)}</dt>
            <dd className="ac-muted">{t('hours.source', { citation, version })}</dd>
          </div>
        )
      })}
    </dl>
  )
}
