import type { PersonId } from '@accord/domain/ids'
import type { PersonName } from '@accord/domain/sync/wire'

/** The name used in sentences: the first one. */
export function shortNameOf(people: readonly PersonName[], person: PersonId): string {
  const name = people.find((one) => one.person === person)?.name ?? ''
  return name.trim().split(/\s+/u)[0] ?? name
}
