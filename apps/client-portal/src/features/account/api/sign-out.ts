import { sendJson } from '../../../lib/request.js'

export async function signOut(): Promise<void> {
  await sendJson('/api/sign-out', {})
}
