import type { Goal } from '@accord/domain/goal/goal'
import { type RatedOn, type Rating, seriesOf, type ScaleVersion } from '@accord/domain/goal/scale'
import type { PersonId } from '@accord/domain/ids'

/** One person's ratings on one measure, oldest first; never empty. (GS3) */
export interface Series {
  readonly person: PersonId
  readonly on: RatedOn
  readonly ratings: readonly Rating[]
  readonly latest: Rating
}

export function newestScale(goal: Goal): ScaleVersion | null {
  return goal.scales.at(-1) ?? null
}

/** Whether somebody has rated by the newest words, which therefore stay as they are. (GS2) */
export function isRatedBy(goal: Goal, version: number): boolean {
  return goal.ratings.some(({ on }) => on.kind === 'scale' && on.version === version)
}

/** Everybody's series on what can be rated on now, the client's side first: on the newest scale, then 0 to 10. */
export function presentSeries(goal: Goal): readonly Series[] {
  const scale = newestScale(goal)
  const measures: RatedOn[] = [{ kind: 'progress' }]
  if (scale) measures.unshift({ kind: 'scale', version: scale.version })
  const raters = [...new Map(goal.ratings.map(({ person, relation }) => [person, relation]))]
    .sort(([, a], [, b]) => Number(a === 'practitioner') - Number(b === 'practitioner'))
    .map(([person]) => person)
  return measures.flatMap((on) =>
    raters.flatMap((person): Series[] => {
      const ratings = seriesOf(goal.ratings, person, on)
      const latest = ratings.at(-1)
      return latest ? [{ person, on, ratings, latest }] : []
    }),
  )
}
