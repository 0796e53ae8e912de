import type { Goal } from '@accord/domain/goal/goal'

/** Whether a goal has anything besides its words: steps, a scale, ratings, or something said beside it. */
export function hasParts({ steps, scales, ratings, comments, topics, wins }: Goal): boolean {
  return [steps, scales, ratings, comments, topics, wins].some(({ length }) => length > 0)
}
