import { postJson } from '../../../lib/http.js'

/** Ends every sign-in of somebody, wherever they are; their door stays open. */
export function signOutEverywhere(person: string): Promise<undefined> {
  return postJson<undefined>(`/api/people/${encodeURIComponent(person)}/sign-out`, {})
}

/** Closes or opens the door for somebody. */
export function setDoor(person: string, door: 'disable' | 'enable'): Promise<undefined> {
  return postJson<undefined>(`/api/people/${encodeURIComponent(person)}/${door}`, {})
}
