import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-aria-components'
import type { SessionCard } from '@accord/domain/rest/session'
import { ForwardIcon } from '@accord/ui/icons/forward-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { firstName } from '../../lib/people.js'
import { paths } from '../../lib/paths.js'
import { sessionsQuery } from '../../lib/sessions.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** The next session, or the one that is open now, with the way in. */
export function NextSession() {
  const t = usePortalMessages()
  const { data } = useQuery(sessionsQuery)
  const next =
    data?.sessions.find(({ state }) => state === 'live') ??
    data?.sessions.find(({ state }) => state === 'scheduled')
  if (data === undefined || next === undefined) return null
  return (
    <section aria-labelledby="next-session">
      <h2 className="ac-portal-section" id="next-session">
        {t(next.state === 'live' ? 'home.session.now' : 'home.session')}
      </h2>
      <div className="pt-rows">
        <NextRow card={next} now={new Date(data.at)} />
      </div>
    </section>
  )
}

function NextRow({ card, now }: { readonly card: SessionCard; readonly now: Date }) {
  const t = usePortalMessages()
  const format = useFormat()
  const at = new Date(card.scheduledFor)
  const practitioners = card.people.filter(({ relation }) => relation === 'practitioner')
  const name = format.list(practitioners.map((one) => firstName(one.name)))
  return (
    <Link className="pt-row" href={paths.session(card.session)}>
      <span className="pt-day" aria-hidden="true">
        {format.shortDay(at)}
      </span>
      <span className="pt-row-body">
        <b>{t('session.when', { day: format.day(at, now), time: format.time(at) })}</b>
        <span className="ac-muted">
          {t('home.session.facts', { name, minutes: card.minutes, place: card.place })}
        </span>
        <span className="pt-session-act">
          {t(card.state === 'live' ? 'home.session.join' : 'home.session.bring')}
        </span>
      </span>
      <ForwardIcon size={20} />
    </Link>
  )
}
