import type { Audience } from '@accord/domain/access/subject'
import type { Credentials } from './sign-in.repository.js'

/**
 * Staff come through the console, everybody else through the portal, also before their first case is opened; staff who
 * are somebody's client as well have both. (AC6)
 */
export function mayEnter(who: Pick<Credentials, 'roles' | 'is_client'>, audience: Audience): boolean {
  const isStaff = who.roles.length > 0
  return audience === 'console' ? isStaff : who.is_client || !isStaff
}
