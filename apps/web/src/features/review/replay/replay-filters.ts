import type { GoalId, PersonId } from '@accord/domain/ids'
import type { ToldMoment } from '@accord/domain/replay/chronicle'
import { kindOf, type MomentKind } from '@accord/domain/replay/jumps'

/** Which moments one looks for; null is no filter. The goal is part of the replay itself. (RP9) */
export interface MomentFilter {
  readonly person: PersonId | null
  readonly kind: MomentKind | null
}

export const NO_FILTER: MomentFilter = { person: null, kind: null }

export function passes({ person, kind }: MomentFilter, told: ToldMoment): boolean {
  return (person === null || told.author === person) && (kind === null || kindOf(told) === kind)
}

/** A goal that the record knows, by the name it had last. */
export interface NamedGoal {
  readonly id: GoalId
  readonly name: string
}
