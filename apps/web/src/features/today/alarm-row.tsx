import { ButtonLink } from '@accord/ui/controls/link'
import { ShieldAlertIcon } from '@accord/ui/icons/shield-alert-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import type { AlarmNews } from '../../lib/attention.js'
import { clientsOf } from '../../lib/people.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** A record that does not hold; it stays, whoever knows of it. (AT13) */
export function AlarmRow({ news: { concern, of } }: { readonly news: AlarmNews }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const name = format.list(clientsOf(of.people).map((one) => one.name))
  const title = t('alarm.news', { name })
  const act = t('alarm.news.act')
  const { acknowledgedBy } = concern
  return (
    <li className="web-concern" data-kind="alarm">
      <span className="web-concern-icon" aria-hidden="true">
        <ShieldAlertIcon size={22} />
      </span>
      <div className="web-concern-body">
        <p className="ac-strong">
          {title}
          {concern.isNew && <span className="web-new">{t('today.new')}</span>}
        </p>
        <p className="ac-muted ac-small">
          {t('today.where', { name, when: format.relativeDay(new Date(concern.at), now) })}
        </p>
        <p className="ac-small">
          {t('alarm.news.known', { count: acknowledgedBy.length, names: format.list(acknowledgedBy) })}
        </p>
      </div>
      <ButtonLink href="/alarms" aria-label={t('today.act.of', { act, name, reason: title })}>
        {act}
      </ButtonLink>
    </li>
  )
}
