import type { AttributedText } from '../text/attributed.js'
import { GOAL_FIELDS, STEP_FIELDS } from './field.js'
import type { Goal } from './goal.js'

/** Every live text of a goal and of its steps. */
export function attributedTexts(goal: Goal): readonly AttributedText[] {
  return [
    ...GOAL_FIELDS.map((field) => goal[field]),
    ...goal.steps.flatMap((step) => STEP_FIELDS.map((field) => step[field])),
  ]
}
