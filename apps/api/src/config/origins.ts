import type { Audience } from '@accord/domain/access/subject'
import { StartFailure } from './start-failure.js'

/** Origins from which each app is served, exactly as a browser writes them. The first is the one to show. */
export type Origins = Readonly<Record<Audience, readonly string[]>>

const VARIABLES: Readonly<Record<Audience, string>> = { console: 'CONSOLE_ORIGIN', portal: 'PORTAL_ORIGIN' }

/** Where each app is reached: as configured, several with commas between, else this machine's own names. (AC6) */
export function originsOf(
  env: Readonly<Record<string, string | undefined>>,
  ports: Readonly<Record<Audience, number>>,
  isSecure: boolean,
): Origins {
  const read = (audience: Audience) =>
    env[VARIABLES[audience]]
      ? readOrigins(audience, env[VARIABLES[audience]] ?? '', isSecure)
      : ownNames(ports[audience], isSecure)
  const origins = { console: read('console'), portal: read('portal') }
  const shared = origins.console.find((origin) => origins.portal.includes(origin))
  if (shared) throw new StartFailure('start.same-origins', { origin: shared })
  return origins
}

function ownNames(port: number, isSecure: boolean): readonly string[] {
  return ['localhost', '127.0.0.1'].map(
    (host) => new URL(`${isSecure ? 'https' : 'http'}://${host}:${port}`).origin,
  )
}

function readOrigins(audience: Audience, value: string, isSecure: boolean): readonly string[] {
  return value.split(',').map((part) => {
    const origin = part.trim()
    const exact =
      URL.canParse(origin) && /^https?:$/.test(new URL(origin).protocol) && new URL(origin).origin === origin
    if (!exact) throw new StartFailure('start.bad-origin', { variable: VARIABLES[audience], value: origin })
    if (isSecure && !isHttps([origin])) {
      throw new StartFailure('start.tls-origin', { variable: VARIABLES[audience], origin })
    }
    return origin
  })
}

/** What a request's Host header may say at an app. */
export function hostsOf(origins: readonly string[]): readonly string[] {
  return origins.map((origin) => new URL(origin).host)
}

export function isHttps(origins: readonly string[]): boolean {
  return origins.every((origin) => origin.startsWith('https:'))
}

export function otherAudience(audience: Audience): Audience {
  return audience === 'console' ? 'portal' : 'console'
}

/** The address to show for an app. */
export function addressOf(origins: Origins, audience: Audience): string {
  return origins[audience][0] ?? ''
}
