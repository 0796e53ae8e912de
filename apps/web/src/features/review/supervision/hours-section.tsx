import { useQuery } from '@tanstack/react-query'
import { checkHours } from '@accord/domain/supervision/hours-check'
import { HOURS_RULES } from '@accord/domain/supervision/hours-rule'
import { Link } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import type { PairIds } from '../../../lib/supervision.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { logQuery } from '../api/log.js'
import { dayOf, heldMeetings, monthBars } from './months.js'
import { useHours } from './use-hours.js'

interface HoursSectionProps {
  readonly pair: PairIds
  readonly other: string
  /** The address of the whole log; null where it stands beside this. */
  readonly log: string | null
}

/** The hours of twelve months that both signed for, by the first of the clinic's rules. (SQ13) */
export function HoursSection({ pair, other, log }: HoursSectionProps) {
  const t = useWebMessages()
  const format = useFormat()
  const hours = useHours()
  const now = useNow()
  const { data, error } = useQuery(logQuery(pair))
  const rule = HOURS_RULES[data?.rules[0] ?? 'bacp']
  const held = heldMeetings(data?.meetings ?? [])
  const bars = monthBars(rule, held, dayOf(now))
  const most = Math.max(...bars.map(({ claimed }) => claimed), rule.per === 'month' ? rule.atLeast : 60)
  const month = (from: string) => format.month(new Date(`${from}T12:00:00Z`))
  const present = checkHours(rule, held, dayOf(now)).at(-1)
  const total = bars.reduce((sum, { claimed }) => sum + claimed, 0)
  return (
    <section aria-labelledby="hours">
      <div className="web-qgroup-head">
        <h2 className="ac-subheading" id="hours">
          {t('hours.title')}
        </h2>
        {log !== null && <Link href={log}>{t('hours.log')}</Link>}
      </div>
      {data === undefined && (
        <p className="ac-muted ac-small" role="status">
          {error === null ? t('hours.loading') : t('hours.failed')}
        </p>
      )}
      {data !== undefined && (
        <>
          <p className="web-hours-total">
            <b className="ac-num">{hours(total)}</b>
            <span className="ac-muted ac-small">{t('hours.claimed', { name: other })}</span>
          </p>
          <div
            className="web-hours"
            role="img"
            aria-label={t('hours.bars', {
              months: bars.map(({ from, claimed }) => `${month(from)} ${hours(claimed)}`).join(', '),
            })}
          >
            {bars.map(({ from, claimed, inGroup, isPresent }) => (
              <i
                key={from}
                data-group={inGroup ? '' : undefined}
                data-now={isPresent ? '' : undefined}
                style={{ blockSize: `${Math.round((claimed / most) * 100)}%` }}
              />
            ))}
          </div>
          <p className="web-hours-ends ac-muted web-tiny">
            <span>{month(bars[0]?.from ?? '')}</span>
            <span>{t('hours.soFar', { month: month(bars.at(-1)?.from ?? '') })}</span>
          </p>
          {present !== undefined && (
            <p className="ac-small">
              {t('hours.present', {
                per: rule.per,
                claimed: hours(present.claimed),
                needed: hours(rule.atLeast),
                standing: present.standing,
              })}
            </p>
          )}
          <p className="ac-muted ac-small">{t('hours.how')}</p>
        </>
      )}
    </section>
  )
}
