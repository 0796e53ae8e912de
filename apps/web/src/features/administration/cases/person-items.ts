import type { People } from '@accord/domain/rest/people'
import type { StaffRole } from '@accord/domain/access/subject'
import type { SearchChoiceItem } from '@accord/ui/controls/search-choice'

/** Colleagues of one role who can still come in. */
export function staffItems(people: People, role: StaffRole): readonly SearchChoiceItem[] {
  return people.staff
    .filter(({ roles, signIn }) => roles.includes(role) && signIn !== 'disabled')
    .map(({ id, name, email }) => ({ id, label: name, note: email }))
}

/** Everybody who is looked after here, or stands beside somebody who is. */
export function clientItems(people: People): readonly SearchChoiceItem[] {
  return people.clients
    .filter(({ signIn }) => signIn !== 'disabled')
    .map(({ id, name, email }) => ({ id, label: name, note: email }))
}
