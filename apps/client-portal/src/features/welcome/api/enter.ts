import type { Self } from '@accord/domain/rest/self'
import type { WelcomeBody } from '@accord/domain/rest/welcome'
import { sendJson } from '../../../lib/request.js'

/** Uses the link up: the password is set, and its owner is signed in. (CL8) */
export async function enter(body: WelcomeBody): Promise<Self> {
  return (await (await sendJson('/api/welcome', body)).json()) as Self
}
