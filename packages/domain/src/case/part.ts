import type { StaffRole } from '../access/subject.js'
import type { PersonId } from '../ids.js'
import type { PartyRelation } from './party.js'

/** As what somebody can have a part in a case. */
export type PartRelation = PartyRelation | 'supervisor'

/** A part that somebody has in a case now. */
export interface LivePart {
  readonly person: PersonId
  readonly relation: PartRelation
}

/** What a clinic knows of somebody who is to have a part. */
export interface Member {
  readonly roles: readonly StaffRole[]
  readonly disabled: boolean
}

/** Practitioners and supervisors are those whom the clinic employs as such; anybody of the clinic can be a client. (CL10) */
export function isFit(member: Member | null, relation: PartRelation): boolean {
  if (!member || member.disabled) return false
  return relation === 'client' || relation === 'guardian' || member.roles.includes(relation)
}

export type PartTrouble = 'already-exists' | 'not-found' | 'last-party'

/** A change of the parts of a case: somebody's ends, somebody's begins, or both in one act. */
export interface PartChange {
  readonly ends: PersonId | null
  readonly begins: LivePart | null
}

/**
 * Why parts cannot change like this. Nobody has two parts in one case, and there is always a client and a
 * practitioner. (CL10, CL12)
 * @returns null when they can
 */
export function partTrouble(parts: readonly LivePart[], { ends, begins }: PartChange): PartTrouble | null {
  if (ends !== null && !parts.some(({ person }) => person === ends)) return 'not-found'
  const remaining = parts.filter(({ person }) => person !== ends)
  if (begins && remaining.some(({ person }) => person === begins.person)) return 'already-exists'
  const after = begins ? [...remaining, begins] : remaining
  const has = (relation: PartRelation) => after.some((part) => part.relation === relation)
  return has('client') && has('practitioner') ? null : 'last-party'
}
