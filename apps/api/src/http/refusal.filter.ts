import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import type { Response } from 'express'
import { isStorageAway } from '../database/failures.js'
import { isUnreadable } from '../history/history.service.js'
import { sendRefusal, type AnswerCode } from './answer.js'
import { requestIdOf, type Logger } from './logging.js'
import { Refused } from './refused.js'

/** Answers whatever was thrown on a route with a code and a sentence; a stack or a cause stays in the log. (A18) */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>()
    const code = codeOf(thrown)
    if (code === 'unexpected') logBug(this.logger, thrown, requestIdOf(response))
    if (response.headersSent) response.end()
    else sendRefusal(response, code, thrown instanceof Refused ? thrown : {})
  }
}

/** The class and place of a bug, never its message: drivers quote what people wrote. (A18) */
export function logBug(logger: Logger, thrown: unknown, requestId?: string): void {
  const error = thrown instanceof Error ? thrown : new Error('not an error')
  const at = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at '))
  logger.error({ event: 'bug', requestId, name: error.name, code: codeOfError(error), at: at?.slice(0, 12) })
}

function codeOfError(error: Error): string | undefined {
  const inner = 'driverError' in error && error.driverError instanceof Error ? error.driverError : error
  return 'code' in inner && typeof inner.code === 'string' ? inner.code : undefined
}

const CODES: Readonly<Partial<Record<number, AnswerCode>>> = {
  400: 'malformed',
  401: 'not-signed-in',
  403: 'not-yours',
  404: 'not-found',
  413: 'too-large',
  415: 'malformed',
}

function codeOf(thrown: unknown): AnswerCode {
  if (thrown instanceof Refused) return thrown.code
  if (isStorageAway(thrown)) return 'storage-unavailable'
  // Whose plan it is hears of it; no other is touched. (FT12)
  if (isUnreadable(thrown)) return 'plan-unreadable'
  const status = thrown instanceof HttpException ? thrown.getStatus() : statusOfParser(thrown)
  return CODES[status] ?? 'unexpected'
}

/** Express's body parser throws errors with a status and a type of its own. */
function statusOfParser(thrown: unknown): number {
  if (!(thrown instanceof Error) || !('expose' in thrown) || !('status' in thrown)) return 500
  return typeof thrown.status === 'number' ? thrown.status : 500
}
