import { useQuery } from '@tanstack/react-query'
import type { SessionCard } from '@accord/domain/rest/session'
import { CheckIcon } from '@accord/ui/icons/check-icon'
import { Link } from '@accord/ui/controls/link'
import { paths } from '../../lib/paths.js'
import { roomQuery } from '../../lib/sessions.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** What one asked of the room, in one's own words, and what of it is done. (SE16) */
export function RoomReady({ card }: { readonly card: SessionCard }) {
  const t = usePortalMessages()
  const { data } = useQuery({ ...roomQuery(card.session), enabled: card.place === 'room' })
  if (card.place !== 'room' || data === undefined) return null
  const { wishes } = data
  const isReady = wishes.length > 0 && wishes.every(({ done }) => done)
  return (
    <section aria-labelledby="session-room">
      <h2 className="ac-portal-section" id="session-room">
        {isReady ? t('session.room.ready') : t('session.room')}
      </h2>
      {wishes.length === 0 && (
        <p className="ac-muted">
          {t('session.room.none')} <Link href={paths.comfort}>{t('session.room.say')}</Link>
        </p>
      )}
      <ul className="ac-agenda pt-session-agenda">
        {wishes.map(({ client, field, words, done }) => (
          <li key={`${client}${field}`} data-state={done ? 'done' : 'open'}>
            <span className="ac-agenda-mark" aria-hidden="true">
              {done ? <CheckIcon size={18} /> : <span className="ac-agenda-ring" />}
            </span>
            <span className="ac-agenda-words">
              <span dir="auto">{words}</span>
              <small>{t(done ? 'session.room.done' : 'session.room.open')}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
