import { useQuery } from '@tanstack/react-query'
import { checkHours } from '@accord/domain/supervision/hours-check'
import { HOURS_RULES, type HoursRule } from '@accord/domain/supervision/hours-rule'
import type { Meeting } from '@accord/domain/supervision/meeting'
import { useFormat } from '@accord/ui/messages/use-format'
import type { PairIds } from '../../../lib/supervision.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { logQuery } from '../api/log.js'
import { dayOf, heldMeetings } from './months.js'
import { useHours } from './use-hours.js'

/** Each month or week by itself, by each rule that the clinic answers to, with the rule's source. (SQ13) */
export function HoursChecks({ pair }: { readonly pair: PairIds }) {
  const t = useWebMessages()
  const { data } = useQuery(logQuery(pair))
  if (data === undefined || data.meetings.length === 0) return null
  const { meetings, rules } = data
  return (
    <section aria-labelledby="hours-checks">
      <h2 className="ac-subheading" id="hours-checks">
        {t('hours.checks')}
      </h2>
      <p className="ac-muted ac-small">{t('hours.signedOnly')}</p>
      {rules.map((id) => (
        <RuleCheck key={id} rule={HOURS_RULES[id]} meetings={meetings} />
      ))}
    </section>
  )
}

function RuleCheck({ rule, meetings }: { readonly rule: HoursRule; readonly meetings: readonly Meeting[] }) {
  const t = useWebMessages()
  const format = useFormat()
  const hours = useHours()
  const now = useNow()
  const periods = checkHours(rule, heldMeetings(meetings), dayOf(now)).toReversed().slice(0, 14)
  const nameOf = (from: string) => {
    const at = new Date(`${from}T12:00:00Z`)
    return rule.per === 'month' ? format.month(at) : t('hours.week', { day: format.shortDay(at) })
  }
  return (
    <div className="web-check">
      <h3 className="ac-subheading">{t(`hours.rule.${rule.id}`)}</h3>
      <ul className="web-check-periods">
        {periods.map(({ from, claimed, standing }) => (
          <li key={from} data-standing={standing}>
            <span>{nameOf(from)}</span>
            <b className="ac-num">
              {t('hours.of', { claimed: hours(claimed), needed: hours(rule.atLeast) })}
            </b>
            <span>{t('hours.standing', { standing })}</span>
          </li>
        ))}
      </ul>
      <p className="ac-muted web-tiny">
        {t('hours.source', { citation: rule.citation, version: rule.version })}
      </p>
    </div>
  )
}
