import { Link } from 'react-aria-components'
import type { AttentionList } from '@accord/domain/rest/attention'
import { ForwardIcon } from '@accord/ui/icons/forward-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { firstName } from '../../lib/people.js'
import { paths } from '../../lib/paths.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** What became of sessions while one was away; each row leads to its session. (AT15) */
export function SessionNews({ list }: { readonly list: AttentionList }) {
  const t = usePortalMessages()
  const format = useFormat()
  const now = new Date(list.at)
  const news = list.cases.flatMap(({ sessions, people }) => sessions.map((one) => ({ one, people })))
  if (news.length === 0) return null
  return (
    <ul className="pt-rows pt-session-news">
      {news.map(({ one, people }) => {
        const name = firstName(people.find(({ person }) => person === one.by)?.name ?? '')
        const [day, time] = [
          format.day(new Date(one.scheduledFor), now),
          format.time(new Date(one.scheduledFor)),
        ]
        return (
          <li key={one.session}>
            <Link className="pt-row" href={paths.session(one.session)}>
              <span className="pt-row-body">
                <b>{t(`home.sessionNews.${one.kind}`, { name })}</b>
                <span className="ac-muted">
                  {one.kind === 'opened'
                    ? t(one.isLive ? 'home.sessionNews.join' : 'home.sessionNews.left', {
                        when: format.moment(new Date(one.at), now),
                      })
                    : t('session.when', { day, time })}
                </span>
              </span>
              <ForwardIcon size={20} />
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
