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

/** One line for each request to the API: id, method, path without query, status and time in ms. */
export function requestLog(logger: Logger) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const began = process.hrtime.bigint()
    const requestId = randomUUID()
    response.setHeader('X-Request-Id', requestId)
    const { method } = request
    const path = pathOf(request.originalUrl)
    response.once('close', () => {
      if (!path.startsWith('/api/') || path.startsWith('/api/health/')) return
      const ms = Number((process.hrtime.bigint() - began) / 100_000n) / 10
      const answered = response.writableFinished
      logger.info({ event: 'request', requestId, method, path, status: response.statusCode, answered, ms })
    })
    next()
  }
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/** A path of plain words and ids; whatever else somebody put into an address does not reach the log. (A18) */
export function pathOf(url: string): string {
  const [path = ''] = url.split('?')
  const shape = path.replace(ID, 'id')
  return shape.length < 100 && /^[a-z/-]+$/.test(shape) ? path : '/api/OTHER'
}
