import type { AnswerKind } from '../agreement/answer.js'
import { agreementOf, type Agreement } from '../agreement/state.js'
import type { Goal } from '../goal/goal.js'
import type { Step } from '../goal/step.js'
import type { GoalId, PersonId } from '../ids.js'
import { goalOf, goalsInOrder, type Plan } from '../plan/plan.js'

/** One thing that a session changed in a goal; sentences come from the catalogue. (SE12) */
export type SessionChange = {
  readonly goal: GoalId
  readonly name: string
} & (
  | { readonly kind: 'begun' | 'set-aside' | 'taken-up' }
  | { readonly kind: 'words'; readonly before: string; readonly after: string }
  | { readonly kind: 'why' }
  | { readonly kind: 'step' | 'step-done'; readonly words: string }
  | { readonly kind: 'rated'; readonly ratings: number }
)

/** How a goal that is worked on stood at the end. */
export interface GoalStanding {
  readonly goal: GoalId
  readonly name: string
  readonly agreement: Agreement['kind']
  /** Who stands behind its words, and who has answered otherwise or not yet. */
  readonly halves: readonly {
    readonly person: PersonId
    readonly answer: AnswerKind | null
  }[]
  /** Whether it came to stand so in this session. */
  readonly isNew: boolean
}

/** What somebody does next, by a day of the calendar. */
export interface NextStep {
  readonly goal: GoalId
  readonly name: string
  readonly words: string
  readonly who: readonly PersonId[]
  readonly due: string | null
}

/** What a session left behind: what changed, what is agreed, who does what. (SE12) */
export interface SessionSummary {
  readonly changes: readonly SessionChange[]
  readonly standings: readonly GoalStanding[]
  readonly next: readonly NextStep[]
}

/**
 * Reads two states of a plan against each other, so that words tried and taken back are no change.
 * @param before the plan as it was when the session started
 * @param after the plan as it was when it ended, or is now
 */
export function sessionSummary(before: Plan, after: Plan): SessionSummary {
  const goals = goalsInOrder(after)
  const open = goals.filter(({ setAsideBecause }) => setAsideBecause === null)
  return {
    changes: goals.flatMap((goal) => changesOf(goalOf(before, goal.id), goal)),
    standings: open.map((goal) => standingOf(before, after, goal)),
    next: open.flatMap(nextOf),
  }
}

function changesOf(old: Goal | undefined, goal: Goal): readonly SessionChange[] {
  const about = { goal: goal.id, name: goal.name.text }
  const words = { before: old?.statement.text ?? '', after: goal.statement.text }
  const ratings = goal.ratings.length - (old?.ratings.length ?? 0)
  return [
    old === undefined && { ...about, kind: 'begun' as const },
    words.before.trim() !== words.after.trim() && { ...about, kind: 'words' as const, ...words },
    old !== undefined && old.why.text.trim() !== goal.why.text.trim() && { ...about, kind: 'why' as const },
    ...goal.steps.flatMap((step) => stepChanges(about, old, step)),
    ratings > 0 && { ...about, kind: 'rated' as const, ratings },
    asideOf(about, old, goal),
  ].filter((change): change is SessionChange => typeof change === 'object')
}

function stepChanges(
  about: Pick<NextStep, 'goal' | 'name'>,
  old: Goal | undefined,
  step: Step,
): readonly SessionChange[] {
  const known = old?.steps.find(({ id }) => id === step.id)
  const words = step.text.text
  if (words.trim() === '' || step.setAside) return []
  if (!known || known.text.text !== words) return [{ ...about, kind: 'step', words }]
  return !known.done && step.done ? [{ ...about, kind: 'step-done', words }] : []
}

function asideOf(about: Pick<NextStep, 'goal' | 'name'>, old: Goal | undefined, goal: Goal) {
  const [was, is] = [(old?.setAsideBecause ?? null) !== null, goal.setAsideBecause !== null]
  if (was === is) return false
  return { ...about, kind: is ? ('set-aside' as const) : ('taken-up' as const) }
}

function standingOf(before: Plan, after: Plan, goal: Goal): GoalStanding {
  const old = goalOf(before, goal.id)
  const agreement = agreementOf(goal, after.parties)
  const halves = agreement.halves.map(({ person, answer }) => ({ person, answer: answer?.kind ?? null }))
  const isNew = old === undefined || agreementOf(old, before.parties).kind !== agreement.kind
  return { goal: goal.id, name: goal.name.text, agreement: agreement.kind, halves, isNew }
}

function nextOf(goal: Goal): readonly NextStep[] {
  return goal.steps
    .filter(({ done, setAside, text }) => !done && !setAside && text.text.trim() !== '')
    .map(({ text, who, due }) => ({ goal: goal.id, name: goal.name.text, words: text.text, who, due }))
}
