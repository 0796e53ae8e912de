import type { PersonId } from '@accord/domain/ids'
import type { PersonName } from '@accord/domain/sync/wire'

/** What people call each other here: the first of their names. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? name
}

export function nameOf(people: readonly PersonName[], person: PersonId): string | null {
  const found = people.find((one) => one.person === person)
  return found ? firstName(found.name) : null
}
