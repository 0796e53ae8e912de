import type { Goal } from '../goal/goal.js'
import { isRatingValue, LEVELS } from '../goal/scale.js'
import { hasWords } from '../goal/wording.js'
import type { Payload } from '../history/payload.js'
import { refuse, type Refusal } from '../refusal.js'
import type { MeasureCommand } from './command.js'
import type { PlanLimits } from './limits.js'
import { wordsRefusal } from './words.js'

const LONGEST_LEVEL = 300

/** Decides on a goal's scale and on ratings. (GS1–GS3) */
export function decideMeasure(goal: Goal, command: MeasureCommand, limits: PlanLimits): Payload | Refusal {
  return command.name === 'scale.describe' ? decideScale(goal, command) : decideRating(goal, command, limits)
}

/** A level's words stay as they were rated by: describing them anew after a rating starts another version. (GS2) */
function decideScale(
  goal: Goal,
  command: Extract<MeasureCommand, { name: 'scale.describe' }>,
): Payload | Refusal {
  const { levels } = command
  if (levels.length !== LEVELS.length) return refuse('malformed', 'five levels')
  for (const level of levels) {
    const no = wordsRefusal(level, LONGEST_LEVEL)
    if (no) return no
    if (!hasWords(level)) return refuse('malformed', 'a level without words')
  }
  const latest = goal.scales.at(-1)?.version ?? 0
  const rated = goal.ratings.some((rating) => rating.on.kind === 'scale' && rating.on.version === latest)
  return {
    kind: 'scale.describe',
    goal: goal.id,
    version: latest === 0 || rated ? latest + 1 : latest,
    levels,
  }
}

function decideRating(
  goal: Goal,
  command: Extract<MeasureCommand, { name: 'rating.give' }>,
  limits: PlanLimits,
): Payload | Refusal {
  const { on, value } = command
  if (!isRatingValue(on, value)) return refuse('malformed', 'not a value of this measure')
  if (on.kind === 'scale' && on.version !== goal.scales.at(-1)?.version)
    return refuse('words-changed', 'the scale')
  if (goal.ratings.length >= limits.mostPerGoal * 5) return refuse('too-large', 'ratings')
  return { kind: 'rating.give', goal: goal.id, on, value }
}
