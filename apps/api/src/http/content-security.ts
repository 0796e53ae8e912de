import helmet from 'helmet'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Config } from '../config/config.js'
import { isHttps } from '../config/origins.js'
import { audienceOf } from './audience.js'
import { VIOLATIONS } from './violations.js'

const TWO_YEARS = 2 * 365 * 24 * 60 * 60
/** The policies by which scripts may be made; `accord` is for workers, the others are libraries' own. */
const TRUSTED_TYPES = 'accord'

const PERMISSIONS = [
  'camera=(self)',
  'microphone=(self)',
  'publickey-credentials-get=(self)',
  'publickey-credentials-create=(self)',
  ...['accelerometer', 'autoplay', 'browsing-topics', 'display-capture', 'encrypted-media', 'geolocation'],
  ...['gyroscope', 'hid', 'magnetometer', 'midi', 'payment', 'serial', 'usb', 'xr-spatial-tracking'],
].map((permission) => (permission.includes('=') ? permission : `${permission}=()`))

/** Headers of every answer, both apps' and the API's. Strict transport only where the origin is https. */
export function securityHeaders(origins: Config['origins']) {
  const headers = {
    console: headersFor(isHttps(origins.console)),
    portal: headersFor(isHttps(origins.portal)),
  }
  return (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void): void => {
    response.setHeader('Permissions-Policy', PERMISSIONS.join(', '))
    response.setHeader('Content-Security-Policy', policyOf(null))
    response.setHeader('Reporting-Endpoints', `violations="${VIOLATIONS}"`)
    headers[audienceOf(request)](request, response, next)
  }
}

function headersFor(https: boolean) {
  return helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: https && { maxAge: TWO_YEARS, includeSubDomains: true },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
}

/**
 * What a page may load and run.
 * @param nonce of this one answer, for the style elements that the editor makes; null where there is no page
 */
export function policyOf(nonce: string | null): string {
  const styles = nonce === null ? "'self'" : `'self' 'nonce-${nonce}'`
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    "font-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${TRUSTED_TYPES}`,
    // The second is what the first is called by browsers that know it.
    `report-uri ${VIOLATIONS}`,
    'report-to violations',
  ].join('; ')
}
