import type { Relation } from '@accord/domain/case/relation'
import { initialsOf } from './initials.js'

export interface AvatarProps {
  readonly name: string
  readonly relation: Relation
  /** Filled when the person is here, outlined when not. */
  readonly isPresent: boolean
  readonly size?: 'small' | 'medium' | 'large'
}

/** A disc with initials; the name stands beside it in words, so it is hidden. */
export function Avatar({ name, relation, isPresent, size = 'medium' }: AvatarProps) {
  return (
    <span
      className="ac-avatar"
      data-relation={relation}
      data-size={size}
      data-present={isPresent ? '' : undefined}
      aria-hidden="true"
    >
      {initialsOf(name)}
    </span>
  )
}
