import type { IncomingMessage } from 'node:http'
import type { Config } from '../config/config.js'
import { hostsOf } from '../config/origins.js'
import { audienceOf } from './audience.js'

/** Whether a request names the very host of the app whose port it came in by; a rebound name does not. (AC6) */
export function isOwnHost(request: IncomingMessage, origins: Config['origins']): boolean {
  return hostsOf(origins[audienceOf(request)]).includes(request.headers.host ?? '')
}

/** Whether a request comes from the app's own pages: exact Origin, and where the browser says so, same site. (ID7) */
export function isOwnOrigin(request: IncomingMessage, origins: Config['origins']): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers
  if (origin === undefined || !origins[audienceOf(request)].includes(origin)) return false
  return site === undefined || site === 'same-origin'
}

/** JSON is UTF-8 (RFC 8259); what says otherwise would be read as something that nobody here has written. (FT7) */
export function isJson(request: IncomingMessage): boolean {
  return /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?;?$/i.test(request.headers['content-type'] ?? '')
}
