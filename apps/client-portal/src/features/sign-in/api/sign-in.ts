import type { Self, SignInBody } from '@accord/domain/rest/self'
import { sendJson } from '../../../lib/request.js'

export async function signIn(body: SignInBody): Promise<Self> {
  const response = await sendJson('/api/sign-in', body)
  return (await response.json()) as Self
}
