import { postJson } from '../../../lib/http.js'

/** Closes or opens the door for somebody. */
export function setDoor(person: string, door: 'disable' | 'enable'): Promise<undefined> {
  return postJson<undefined>(`/api/people/${encodeURIComponent(person)}/${door}`, {})
}
