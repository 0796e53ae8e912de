import type { Aspect } from '@accord/domain/alliance/check-in'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** What is asked, in our own words; the bond is with somebody by name. (CI1) */
export function useQuestion(name: string): (aspect: Aspect) => string {
  const t = usePortalMessages()
  return (aspect) => (aspect === 'bond' ? t('checkIn.bond', { name }) : t(`checkIn.${aspect}`))
}
