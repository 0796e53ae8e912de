import { queryOptions } from '@tanstack/react-query'
import type { CheckInBody, OwnCheckIn } from '@accord/domain/rest/alliance'
import { readJson, sendJson } from '../../../lib/request.js'

const address = (session: string) => `/api/sessions/${encodeURIComponent(session)}/check-in`

/** A session, and what this person said of it. (CI2) */
export const checkInQuery = (session: string) =>
  queryOptions({
    queryKey: ['check-in', session],
    queryFn: ({ signal }) => readJson<OwnCheckIn>(address(session), signal),
  })

export async function sendCheckIn(session: string, body: CheckInBody): Promise<OwnCheckIn> {
  const response = await sendJson(address(session), body)
  return (await response.json()) as OwnCheckIn
}
