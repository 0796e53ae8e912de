import type { PersonName } from '@accord/domain/sync/wire'
import type { Voices } from './author-runs.js'

/** Whose words are drawn how, by the id that texts name their writers with: by relation, and a second client apart. */
export function voicesOf(people: readonly PersonName[], nameOf: (name: string) => string): Voices {
  const [first] = people.filter(({ relation }) => relation === 'client')
  return Object.fromEntries(
    people.map(({ person, name, relation }) => [
      person,
      { relation, name: nameOf(name), isSecond: relation === 'client' && person !== first?.person },
    ]),
  )
}
