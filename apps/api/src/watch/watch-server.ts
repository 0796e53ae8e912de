import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { INestApplication } from '@nestjs/common'
import type { Config } from '../config/config.js'
import { StartFailure } from '../config/start-failure.js'
import type { Logger } from '../http/logging.js'
import { logBug } from '../http/refusal.filter.js'
import { WatchService } from './watch.service.js'

/** Milliseconds after which an ended house no longer waits for somebody who reads slowly. */
const READ_WITHIN = 500

/** The port on which machines look after the house. */
export interface WatchServer {
  readonly close: () => Promise<void>
}

/**
 * Health and figures on a port of their own, which neither app's origin leads to. It is the last to close, so that
 * a house that drains can say so. (MP11)
 */
export async function openWatch(app: INestApplication, config: Config, logger: Logger): Promise<WatchServer> {
  const { watch } = config
  if (!watch) return { close: () => Promise.resolve() }
  const service = app.get(WatchService)
  const server = createServer((request, response) => {
    answer(service, request, response).catch((error: unknown) => {
      logBug(logger, error)
      say(response, 500, 'text/plain', 'error\n')
    })
  })
  server.headersTimeout = 5_000
  server.requestTimeout = 5_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', () => {
      reject(new StartFailure('start.port-taken', { port: watch.port, variable: 'ACCORD_WATCH_PORT' }))
    })
    server.listen(watch.port, watch.host, resolve)
  })
  service.begin()
  const close = () =>
    new Promise<void>((resolve) => {
      service.end()
      server.close(() => resolve())
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), READ_WITHIN).unref()
    })
  return { close }
}

async function answer(
  service: WatchService,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path] = (request.url ?? '').split('?')
  if (request.method !== 'GET') {
    say(response, 405, 'text/plain', 'GET only\n')
  } else if (path === '/health/live') {
    say(response, 200, 'application/json', '{"status":"live"}\n')
  } else if (path === '/health/ready') {
    const reason = await service.notReady()
    const body = reason ? { status: 'not-ready', reason } : { status: 'ready' }
    say(response, reason ? 503 : 200, 'application/json', `${JSON.stringify(body)}\n`)
  } else if (path === '/metrics') {
    say(response, 200, 'text/plain; version=0.0.4; charset=utf-8', await service.text())
  } else {
    say(response, 404, 'text/plain', 'not found\n')
  }
}

function say(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(body)
}
