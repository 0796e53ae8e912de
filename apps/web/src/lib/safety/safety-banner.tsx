import { useQuery } from '@tanstack/react-query'
import type { SafetyAlert } from '@accord/domain/safety/alert'
import { ButtonLink } from '@accord/ui/controls/link'
import { LifebuoyIcon } from '@accord/ui/icons/lifebuoy-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { useLocation } from 'react-router'
import { useSelf } from '../self-context.js'
import { useWebMessages } from '../use-web-messages.js'
import { safetyAddress, safetyAlertsQuery, seesAlerts } from './safety.js'

/**
 * On whatever page: that somebody needs the reader now, and nothing of what they said, since somebody else may be
 * looking at the same screen. It stays until a person says that they know. (SA3)
 */
export function SafetyBanner() {
  const t = useWebMessages()
  const format = useFormat()
  const self = useSelf()
  const { pathname } = useLocation()
  const { data } = useQuery({ ...safetyAlertsQuery, enabled: seesAlerts(self) })
  const urgent = (data?.alerts ?? []).filter(({ kind }) => kind === 'answered')
  const [first] = urgent
  if (first === undefined || isThere(pathname, urgent)) return null
  const names = [...new Set(urgent.map(({ clientName }) => clientName))]
  return (
    <aside className="web-safety-banner" aria-label={t('safety.banner.label')}>
      <LifebuoyIcon size={20} />
      <p className="ac-grow" role="alert">
        {t('safety.banner', { names: format.list(names) })}
      </p>
      <ButtonLink size="small" kind="primary" href={safetyAddress(first)}>
        {t('safety.banner.open')}
      </ButtonLink>
    </aside>
  )
}

/** The page itself says it where all of them are one client's. */
function isThere(pathname: string, urgent: readonly SafetyAlert[]): boolean {
  return urgent.every((alert) => pathname === safetyAddress(alert))
}
