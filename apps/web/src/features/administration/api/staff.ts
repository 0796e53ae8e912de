import type { StaffBody, StaffMember } from '@accord/domain/rest/people'
import { postJson, putJson } from '../../../lib/http.js'

/** Adds a colleague, or keeps what is new about one. */
export function saveStaff(person: string | null, body: StaffBody): Promise<StaffMember> {
  return person === null
    ? postJson<StaffMember>('/api/staff', body)
    : putJson<StaffMember>(`/api/staff/${encodeURIComponent(person)}`, body)
}
