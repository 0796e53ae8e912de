import type { Audience } from '@accord/domain/access/subject'
import type { Self } from '@accord/domain/rest/self'
import type { Request, Response } from 'express'
import { audienceOf } from '../http/audience.js'

/** Where somebody comes from who is not signed in yet: the app, the network, the browser. */
export interface Arrival {
  readonly audience: Audience
  readonly address: string
  readonly cookies: string | undefined
  readonly agent: string
}

const LONGEST_AGENT = 400

export function arrivalOf(request: Request): Arrival {
  const agent = (request.headers['user-agent'] ?? '').slice(0, LONGEST_AGENT)
  return { audience: audienceOf(request), address: request.ip ?? '', cookies: request.headers.cookie, agent }
}

/** Somebody who is in now, and what their browser is given to keep. */
export interface Entered {
  readonly self: Self
  readonly cookies: readonly string[]
}

export function sendCookies(response: Response, { self, cookies }: Entered): Self {
  for (const cookie of cookies) response.append('Set-Cookie', cookie)
  return self
}
