import type { CaseId, PersonId } from '@accord/domain/ids'
import type { ConfidentialLogOpened } from '@accord/domain/rest/case'
import type { PersonName } from '@accord/domain/sync/wire'
import { firstName } from './people.js'
import { sendJson } from './request.js'

/** What is kept between client and practitioner, begun when there was nothing yet. (CF1) */
export async function openConfidentialLog(caseId: CaseId): Promise<ConfidentialLogOpened> {
  const answer = await sendJson(`/api/cases/${caseId}/confidential`, {})
  return (await answer.json()) as ConfidentialLogOpened
}

/** From whom it is kept, by first name. (CF2) */
export function guardianNames(people: readonly PersonName[]): readonly string[] {
  return people.filter(({ relation }) => relation === 'guardian').map(({ name }) => firstName(name))
}

/** With whom one keeps it: the other parties that are no guardians. (CF2) */
export function confidantNames(people: readonly PersonName[], self: PersonId): readonly string[] {
  return people
    .filter(
      ({ person, relation }) => person !== self && (relation === 'practitioner' || relation === 'client'),
    )
    .map(({ name }) => firstName(name))
}
