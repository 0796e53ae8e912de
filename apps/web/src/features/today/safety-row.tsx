import type { SafetyAlert } from '@accord/domain/safety/alert'
import { ButtonLink } from '@accord/ui/controls/link'
import { LifebuoyIcon } from '@accord/ui/icons/lifebuoy-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { alertTitle, escalationWords } from '../../lib/safety/alert-words.js'
import { safetyAddress } from '../../lib/safety/safety.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** An answer that somebody has to see; it stays first until a person says that they know. (SA3) */
export function SafetyRow({ alert }: { readonly alert: SafetyAlert }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const title = alertTitle({ t }, alert)
  const name = alert.clientName
  const act = t('safety.banner.open')
  return (
    <li className="web-concern" data-kind={alert.kind === 'answered' ? 'alarm' : 'lapsed'}>
      <span className="web-concern-icon" aria-hidden="true">
        <LifebuoyIcon size={22} />
      </span>
      <div className="web-concern-body">
        <p className="ac-strong">{title}</p>
        <p className="ac-muted ac-small">
          {t('today.where', { name, when: format.moment(new Date(alert.at), now) })}
        </p>
        <p className="ac-small">{escalationWords({ t, format, now }, alert)}</p>
      </div>
      <ButtonLink href={safetyAddress(alert)} aria-label={t('today.act.of', { act, name, reason: title })}>
        {act}
      </ButtonLink>
    </li>
  )
}
