import { useQuery } from '@tanstack/react-query'
import type { SessionCard } from '@accord/domain/rest/session'
import { ButtonLink } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { clientsOf } from '../../lib/people.js'
import { actOf, sessionsQuery } from '../../lib/sessions.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

const SHOWN = 6

/** What lies before the practitioner today, or next where today holds nothing: each with its one act. */
export function DaySessions() {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const { data } = useQuery(sessionsQuery)
  const ahead = (data?.sessions ?? []).filter(
    ({ relation, state }) => relation === 'practitioner' && (state === 'live' || state === 'scheduled'),
  )
  if (ahead.length === 0) return null
  const isToday = ({ scheduledFor, state }: SessionCard) =>
    state === 'live' || format.day(new Date(scheduledFor), now) === format.day(now, now)
  const today = ahead.filter(isToday)
  const shown = today.length > 0 ? today.slice(0, SHOWN) : ahead.slice(0, 1)
  return (
    <section aria-labelledby="day-sessions" className="web-day-sessions">
      <div className="web-day-head">
        <h2 className="ac-heading" id="day-sessions">
          {t(today.length > 0 ? 'today.sessions' : 'today.nextSession')}
        </h2>
      </div>
      <ul className="web-sessions">
        {shown.map((card) => (
          <DaySession key={card.session} card={card} isToday={isToday(card)} />
        ))}
      </ul>
    </section>
  )
}

function DaySession({ card, isToday }: { readonly card: SessionCard; readonly isToday: boolean }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const at = new Date(card.scheduledFor)
  const names = format.list(clientsOf(card.people).map(({ name }) => name))
  const isLive = card.state === 'live'
  return (
    <li className="web-session-row">
      <p className="ac-strong">
        {isToday ? format.time(at) : t('session.when', { day: format.day(at, now), time: format.time(at) })}
      </p>
      <div className="ac-grow">
        <p className="ac-strong">{names}</p>
        <p className="ac-muted ac-small">
          {t('session.facts', {
            number: card.number,
            minutes: card.minutes,
            place: card.place,
            kind: card.kind === 'work' ? 'work' : 'other',
            state: card.state,
          })}
        </p>
      </div>
      <ButtonLink
        {...(isLive && { kind: 'primary' as const })}
        href={isLive ? `/clients/${card.caseId}/goals` : `/sessions/${card.session}`}
        aria-label={t('session.goNamed', { state: actOf(card), names })}
      >
        {t('session.go', { state: actOf(card) })}
      </ButtonLink>
    </li>
  )
}
