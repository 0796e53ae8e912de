import { randomUUID } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import { pino, type DestinationStream, type Logger } from 'pino'

export type { Logger }

/** Nest's token for the log. */
export const LOGGER = Symbol('logger')

const SECRET = ['password', 'email', 'token', 'cookie', 'authorization', 'body', 'query', 'content', 'text']
const REDACTED = SECRET.flatMap((key) => [key, `*.${key}`, `*.*.${key}`])

/** Ids, codes and sizes as JSON; whatever could hold a word of anybody's is removed should it ever get here. (A18) */
export function createLogger(destination?: DestinationStream): Logger {
  const options = {
    level: process.env.ACCORD_LOG_LEVEL || 'info',
    base: null,
    redact: { paths: REDACTED, remove: true },
  }
  return destination ? pino(options, destination) : pino(options)
}

/** The id by which a line of the log and an answer find each other. */
export function requestIdOf(response: Response): string {
  return String(response.getHeader('X-Request-Id') ?? '')
}

/** One line for each request to the API: id, method, the route's path, status and time in ms. */
export function requestLog(logger: Logger) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const began = process.hrtime.bigint()
    const requestId = randomUUID()
    response.setHeader('X-Request-Id', requestId)
    const { method, path: asked } = request
    response.once('close', () => {
      if (!asked.startsWith('/api/') || asked.startsWith('/api/health/')) return
      const path = pathOf(request)
      const ms = Number((process.hrtime.bigint() - began) / 100_000n) / 10
      const answered = response.writableFinished
      logger.info({ event: 'request', requestId, method, path, status: response.statusCode, answered, ms })
    })
    next()
  }
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The words of the route that answered, and ids; whatever else somebody put into an address does not reach the log. (A18) */
function pathOf({ route, params }: Request): string {
  const known = (route as { readonly path?: unknown } | undefined)?.path
  if (typeof known !== 'string') return '/api/OTHER'
  return known.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name]
    return typeof value === 'string' && ID.test(value) ? value : 'OTHER'
  })
}
