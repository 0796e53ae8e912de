import type { Relation } from '@accord/domain/case/relation'
import { Avatar } from '../presence/avatar.js'

interface ReadersDiscsProps {
  readonly readers: readonly {
    readonly person: string
    readonly name: string
    readonly relation: Relation
  }[]
}

/** Everybody who can read what is written above, in their own ink; the sentence beside them says the same. */
export function ReadersDiscs({ readers }: ReadersDiscsProps) {
  return (
    <span className="ac-readers-discs" aria-hidden="true">
      {readers.map(({ person, name, relation }) => (
        <Avatar key={person} name={name} relation={relation} isPresent size="small" />
      ))}
    </span>
  )
}
