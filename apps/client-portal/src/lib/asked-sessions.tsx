import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-aria-components'
import type { SessionId } from '@accord/domain/ids'
import { CommentIcon } from '@accord/ui/icons/comment-icon'
import { ForwardIcon } from '@accord/ui/icons/forward-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { askedCheckInsQuery } from './check-ins.js'
import { paths } from './paths.js'
import { usePortalMessages } from './use-portal-messages.js'

/**
 * A way to the check-in after the latest session; it goes by itself after three days. (CI5)
 * @param only of this session alone
 */
export function AskedSessions({ only }: { readonly only?: SessionId }) {
  const t = usePortalMessages()
  const format = useFormat()
  const { data: found } = useQuery(askedCheckInsQuery)
  const asked = (found?.asked ?? []).filter(({ session }) => only === undefined || session.session === only)
  if (asked.length === 0) return null
  return (
    <ul className="pt-rows">
      {asked.map(({ session: { session, endedAt } }) => (
        <li key={session}>
          <Link className="pt-row" href={paths.checkIn(session)}>
            <CommentIcon size={24} />
            <span className="pt-row-body">
              <b>{t('home.checkIn', { day: format.relativeDay(new Date(endedAt), new Date()) })}</b>
              <span className="ac-muted">{t('home.checkIn.note')}</span>
            </span>
            <ForwardIcon size={20} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
