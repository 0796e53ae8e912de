import { createServer, type Server } from 'node:http'
import { Server as SecureServer, createServer as createSecureServer } from 'node:https'
import type { Socket } from 'node:net'
import type { Audience } from '@accord/domain/access/subject'
import type { Config } from '../config/config.js'
import { StartFailure } from '../config/start-failure.js'
import { tagAudience } from './audience.js'
import type { Secured } from './secured.js'

const VARIABLES: Readonly<Record<Audience, string>> = { console: 'PORT', portal: 'PORTAL_PORT' }

/** The two ports of the one process. */
export interface Listeners {
  /** Those that speak TLS. (HD15) */
  readonly secure: readonly SecureServer[]
  readonly listen: () => Promise<void>
  /** Takes no new connection; those that are idle are closed. Resolves when the last one is gone. */
  readonly close: () => Promise<void>
}

/**
 * Opens the portal's port beside the console's. Both hand their requests and upgrades to the console's listeners,
 * each connection tagged with the app that it came for. (AC6)
 * @param secured what the console's server was made with; null where it speaks no TLS
 */
export function twoListeners(
  consoleServer: Server,
  config: Pick<Config, 'host' | 'ports'>,
  secured: Secured | null,
): Listeners {
  const portalServer = secured ? createSecureServer(secured) : createServer()
  for (const event of ['request', 'upgrade'] as const) {
    portalServer.on(event, (...args: unknown[]) => void consoleServer.emit(event, ...args))
  }
  const servers = { console: consoleServer, portal: portalServer }
  for (const audience of ['console', 'portal'] as const) {
    const arrival = secured ? 'secureConnection' : 'connection'
    servers[audience].on(arrival, (socket: Socket) => tagAudience(socket, audience))
    boundTimes(servers[audience])
  }
  return {
    secure: [consoleServer, portalServer].filter((server) => server instanceof SecureServer),
    listen: async () => {
      await open(consoleServer, 'console', config)
      await open(portalServer, 'portal', config)
    },
    close: async () => {
      await Promise.all([close(portalServer), close(consoleServer)])
    },
  }
}

/** Nobody holds a connection open by sending slowly. (A16) */
function boundTimes(server: Server): void {
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  server.keepAliveTimeout = 65_000
  server.maxHeadersCount = 60
}

function open(
  server: Server,
  audience: Audience,
  { host, ports }: Pick<Config, 'host' | 'ports'>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(failureOf(error, audience, host, ports[audience]))
    server.once('error', fail)
    server.listen(ports[audience], host, () => {
      server.off('error', fail)
      resolve()
    })
  })
}

function failureOf(error: NodeJS.ErrnoException, audience: Audience, host: string, port: number): Error {
  const variable = VARIABLES[audience]
  if (error.code === 'EADDRINUSE') return new StartFailure('start.port-taken', { port, variable })
  if (error.code === 'EACCES') return new StartFailure('start.port-forbidden', { port, variable })
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new StartFailure('start.host-unknown', { host })
  return error
}

/** Milliseconds that begun answers have when the process drains. */
const ANSWERS_WITHIN = 10_000

/** Connections that a browser keeps open are closed as soon as nothing is going on in them. (ID11) */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    const late = setTimeout(() => server.closeAllConnections(), ANSWERS_WITHIN)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(late)
      resolve()
    })
    server.closeIdleConnections()
  })
}
