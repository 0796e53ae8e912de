import type { Audience } from '@accord/domain/access/subject'
import type { Config } from '../config/config.js'
import { isHttps } from '../config/origins.js'

/** The cookie of an app. Cookies ignore ports, so each app's has a name of its own. (AC6, ID2) */
export function cookieName(audience: Audience, origins: Config['origins']): string {
  return `${isHttps(origins[audience]) ? '__Host-' : ''}accord_${audience}`
}

/** The value of a cookie in a Cookie header; null when it is not there, or there more than once. */
export function cookieFrom(header: string | undefined, name: string): string | null {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
  return values.length === 1 ? (values[0] ?? null) : null
}

/** A Set-Cookie header that gives a token to the browser. It ends with the browser's session, or when the server says so. */
export function cookieWith(token: string, audience: Audience, origins: Config['origins']): string {
  return `${cookieName(audience, origins)}=${token}${attributes(audience, origins)}`
}

export function cookieGone(audience: Audience, origins: Config['origins']): string {
  return `${cookieName(audience, origins)}=; Max-Age=0${attributes(audience, origins)}`
}

/** By which a browser is known again; it lets nobody in. (ID38) */
export function deviceCookieName(audience: Audience, origins: Config['origins']): string {
  return `${cookieName(audience, origins)}_device`
}

/** As long as browsers keep any. */
const DEVICE_SECONDS = 400 * 24 * 60 * 60

export function deviceCookieWith(token: string, audience: Audience, origins: Config['origins']): string {
  const name = deviceCookieName(audience, origins)
  return `${name}=${token}; Max-Age=${DEVICE_SECONDS}${attributes(audience, origins)}`
}

function attributes(audience: Audience, origins: Config['origins']): string {
  return `; Path=/; HttpOnly; SameSite=Strict${isHttps(origins[audience]) ? '; Secure' : ''}`
}
