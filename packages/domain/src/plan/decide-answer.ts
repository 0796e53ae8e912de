import type { Goal } from '../goal/goal.js'
import { hasWords, stepWordingHash, wordingHash } from '../goal/wording.js'
import type { Payload } from '../history/payload.js'
import { refuse, type Refusal } from '../refusal.js'
import type { GoalCommand } from './command.js'
import type { PlanLimits } from './limits.js'
import { stepOf, type Plan } from './plan.js'
import { wordsRefusal } from './words.js'

type AnswerCommand = Extract<GoalCommand, { name: 'agreement.answer' }>

/** The hash is compared with the words as they are now, after everything that came in between. (AG6) */
export function decideAnswer(
  plan: Plan,
  goal: Goal,
  command: AnswerCommand,
  limits: PlanLimits,
): Payload | Refusal {
  const { step: stepId, answer, wording, readAt, reason } = command
  if (goal.lifecycle === 'on-hold') return refuse('governed-fact', 'the goal is set aside')
  const step = stepId === undefined ? null : stepOf(goal, stepId)
  if (step === undefined) return refuse('unknown-goal', 'step')
  if (step?.setAside) return refuse('governed-fact', 'the step is set aside')
  if (!hasWords(step ? step.text.text : goal.statement.text)) return refuse('nothing-to-agree-to')
  const present = step ? stepWordingHash(goal.id, step) : wordingHash(goal.id, goal.statement.text)
  if (present !== wording) return refuse('words-changed')
  if (readAt > plan.seq) return refuse('malformed', 'readAt lies ahead')
  const no = reason === null ? null : wordsRefusal(reason, limits.longestReason)
  if (no) return no
  const place = step ? { goal: goal.id, step: step.id } : { goal: goal.id }
  return { kind: 'agreement.answer', ...place, answer, wording, readAt, reason }
}
