import type { Relation } from '@accord/domain/case/relation'
import type { CaseId, GoalId, LogId } from '@accord/domain/ids'
import type { ReviewView } from '@accord/domain/rest/review'
import type { PersonName } from '@accord/domain/sync/wire'
import { givenName, practitionersOf } from '../../../lib/people.js'

/** The moment of the record that is shown: what a comment is pinned to. (RV3) */
export interface Pin {
  readonly plan: LogId
  readonly seq: number
  readonly hash: string
  readonly goal: GoalId | null
  readonly passage: string | null
}

/** Entries from one to another, both included. */
export interface Moment {
  readonly from: number
  readonly to: number
}

/** What every part of the side needs to know. */
export interface ReviewPlace {
  readonly caseId: CaseId
  readonly pin: Pin
  readonly moment: Moment
  readonly people: readonly PersonName[]
  readonly relation: Relation
  readonly view: ReviewView
  readonly onGo: (seq: number) => void
}

/** What is safe for a client is read by guardians as well. (RV6) */
export const clientNames = ({ people }: Pick<ReviewPlace, 'people'>): readonly string[] =>
  people
    .filter(({ relation }) => relation === 'client' || relation === 'guardian')
    .map(({ name }) => givenName(name))

export const practitionerNames = ({ people }: Pick<ReviewPlace, 'people'>): readonly string[] =>
  practitionersOf(people).map(({ name }) => givenName(name))

export const supervisorNames = ({ people }: Pick<ReviewPlace, 'people'>): readonly string[] =>
  people.filter(({ relation }) => relation === 'supervisor').map(({ name }) => givenName(name))

/** True for a comment on the moment that is shown, on whichever of its entries. */
export function isHere({ moment }: Pick<ReviewPlace, 'moment'>, { seq }: Pick<Pin, 'seq'>): boolean {
  return moment.from <= seq && seq <= moment.to
}
