import type { NextFunction, Request, Response } from 'express'
import type { Config } from '../config/config.js'
import { sendRefusal } from './answer.js'
import { isJson, isOwnHost, isOwnOrigin } from './origin.js'

const READS = new Set(['GET', 'HEAD'])

/**
 * Stands before everything, whatever the path: only own host names, and what changes something only as JSON from
 * the app's own pages. Refused before the body is read. (ID7)
 */
export function gatekeeper(origins: Config['origins']) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (isApi(request)) response.setHeader('Cache-Control', 'no-store')
    if (!isOwnHost(request, origins)) {
      sendRefusal(response, 'foreign-origin')
      return
    }
    if (READS.has(request.method)) {
      next()
      return
    }
    if (!isOwnOrigin(request, origins) || !isJson(request)) {
      sendRefusal(response, 'foreign-origin')
      return
    }
    next()
  }
}

export function isApi(request: Pick<Request, 'path'>): boolean {
  return request.path === '/api' || request.path.startsWith('/api/')
}
