import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import { z } from 'zod/mini'
import type { Config } from '../config/config.js'
import { audienceOf } from './audience.js'
import type { Logger } from './logging.js'
import { isOwnHost, isOwnOrigin } from './origin.js'

/** Where browsers tell that a page tried what its policy forbids. */
export const VIOLATIONS = '/api/violations'

/** What browsers send, by the two ways that there are: as a report, and as `report-uri` did. */
const KINDS = ['application/reports+json', 'application/csp-report']
const MOST_BYTES = 16 * 1024
/** Lines a minute; who sends more is not listened to. */
const MOST_LINES = 30
const MINUTE = 60_000

const reportSchema = z.object({ effectiveDirective: z.string(), blockedURL: z.optional(z.string()) })
const reportsSchema = z.array(z.object({ type: z.string(), body: z.unknown() })).check(z.maxLength(100))
const oldSchema = z.object({
  'csp-report': z.object({ 'effective-directive': z.string(), 'blocked-uri': z.optional(z.string()) }),
})

interface Violation {
  readonly directive: string
  readonly blocked: string
}

/**
 * Hears violations of the policy and writes a line of the log for each: which app, which rule, what kind of thing was
 * blocked; never an address or a word of the page. Stands before the gatekeeper, who takes no such bodies. (HD9)
 */
export function violations(config: Pick<Config, 'origins'>, logger: Logger): RequestHandler {
  const read: RequestHandler = express.raw({ type: KINDS, limit: MOST_BYTES, inflate: false })
  const mayWrite = aFew()
  return (request: Request, response: Response, next: NextFunction): void => {
    const isReport = request.method === 'POST' && request.path === VIOLATIONS && request.is(KINDS) !== false
    if (!isReport || !isOwnHost(request, config.origins) || !isOwnOrigin(request, config.origins)) {
      next()
      return
    }
    read(request, response, (thrown?: unknown) => {
      const told = thrown === undefined ? violationsIn(request.body) : []
      for (const one of told.slice(0, MOST_LINES)) {
        if (mayWrite()) logger.warn({ event: 'violation', audience: audienceOf(request), ...one })
      }
      response.status(204).end()
    })
  }
}

/** True so many times in a minute of the process's own steady clock. */
function aFew(): () => boolean {
  let [began, written] = [performance.now(), 0]
  return () => {
    if (performance.now() - began > MINUTE) [began, written] = [performance.now(), 0]
    written += 1
    return written <= MOST_LINES
  }
}

function violationsIn(body: unknown): readonly Violation[] {
  const said = jsonOf(body)
  const old = oldSchema.safeParse(said)
  if (old.success) {
    const { 'effective-directive': directive, 'blocked-uri': blocked } = old.data['csp-report']
    return [violationOf(directive, blocked)]
  }
  const reports = reportsSchema.safeParse(said)
  if (!reports.success) return []
  return reports.data.flatMap(({ type, body }) => {
    const report = reportSchema.safeParse(type === 'csp-violation' ? body : null)
    return report.success ? [violationOf(report.data.effectiveDirective, report.data.blockedURL)] : []
  })
}

/** Words of a closed kind; whatever else a page put there stays where it was. (A18) */
function violationOf(directive: string, blocked = ''): Violation {
  return {
    directive: /^[a-z-]{1,40}$/.test(directive) ? directive : 'other',
    blocked: /^(inline|eval|wasm-eval|trusted-types-(policy|sink)|data|blob)$/.test(blocked)
      ? blocked
      : 'address',
  }
}

function jsonOf(body: unknown): unknown {
  try {
    return Buffer.isBuffer(body) ? (JSON.parse(body.toString('utf8')) as unknown) : null
  } catch {
    return null
  }
}
