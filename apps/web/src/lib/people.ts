import type { PersonId } from '@accord/domain/ids'
import type { PersonName } from '@accord/domain/sync/wire'
import { voicesOf as drawnVoices } from '@accord/ui/attributed-text/voices-of'
import type { Voices } from '@accord/ui/attributed-text/author-runs'

/** The name used in sentences: the first one. */
export function givenName(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? name
}

/** Whose words are drawn in which ink, by the id that texts name their writers with. */
export function voicesOf(people: readonly PersonName[]): Voices {
  return drawnVoices(people, givenName)
}

export function personOf(people: readonly PersonName[], person: PersonId): PersonName | undefined {
  return people.find((one) => one.person === person)
}

/** Clients and guardians write on the client's side. */
export function clientsOf(people: readonly PersonName[]): readonly PersonName[] {
  return people.filter(({ relation }) => relation === 'client')
}

export function practitionersOf(people: readonly PersonName[]): readonly PersonName[] {
  return people.filter(({ relation }) => relation === 'practitioner')
}

/** Who supervises a case now. */
export function supervisorsOf(people: readonly PersonName[]): readonly PersonId[] {
  return people.flatMap(({ person, relation }) => (relation === 'supervisor' ? [person] : []))
}
