import type { PartyRelation } from '../case/party.js'
import type { PersonId } from '../ids.js'

/** The five levels of goal attainment scaling, from much less to much more than hoped. Source: Kiresuk and Sherman 1968. */
export const LEVELS = [-2, -1, 0, 1, 2] as const
export type Level = (typeof LEVELS)[number]

/** Levels described in people's own words, lowest first. Frozen once somebody has rated by them. (GS2) */
export interface ScaleVersion {
  readonly version: number
  readonly levels: readonly string[]
  readonly by: PersonId
  readonly at: number
}

/** What a rating is made on: a version of the goal's scale, or progress from 0 to 10. */
export type RatedOn = { readonly kind: 'scale'; readonly version: number } | { readonly kind: 'progress' }

/** How far somebody thinks the goal has come; each rates in their own series. (GS3) */
export interface Rating {
  readonly person: PersonId
  readonly relation: PartyRelation
  readonly on: RatedOn
  readonly value: number
  readonly at: number
  readonly seq: number
}

/** True for a value that the measure has: −2 … +2, or 0 … 10, whole numbers. */
export function isRatingValue(on: RatedOn, value: number): boolean {
  if (!Number.isInteger(value)) return false
  return on.kind === 'scale' ? value >= -2 && value <= 2 : value >= 0 && value <= 10
}

/** Somebody's ratings on one measure, oldest first: one series. (GS3) */
export function seriesOf(ratings: readonly Rating[], person: PersonId, on: RatedOn): readonly Rating[] {
  return ratings.filter(
    (rating) =>
      rating.person === person &&
      rating.on.kind === on.kind &&
      (rating.on.kind === 'progress' || on.kind === 'progress' || rating.on.version === on.version),
  )
}
