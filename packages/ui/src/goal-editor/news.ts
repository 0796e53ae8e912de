import { agreementOf } from '@accord/domain/agreement/state'
import type { GoalId, PersonId } from '@accord/domain/ids'
import { goalsInOrder, type Plan } from '@accord/domain/plan/plan'
import type { LiveView } from '../live-plan/live-plan.js'

/** Something that a person who can't see the screen is told. */
export type News =
  | { readonly kind: 'changed'; readonly person: PersonId; readonly goal: GoalId }
  | { readonly kind: 'agreed' | 'lapsed'; readonly goal: GoalId }
  | { readonly kind: 'came' | 'went'; readonly person: PersonId }

/**
 * What is worth saying between two views of a plan: agreement, lapse and presence at once; another person's changes
 * only when they have paused, never their typing.
 */
export function newsBetween(before: LiveView, after: LiveView): readonly News[] {
  if (before.phase !== 'open' || after.phase !== 'open' || !before.isOnline || !after.isOnline) return []
  return [
    ...agreementNews(before.plan, after.plan),
    ...presenceNews(before, after),
    ...changeNews(before, after),
  ]
}

function agreementNews(before: Plan | null, after: Plan | null): readonly News[] {
  if (!before || !after || before === after) return []
  return goalsInOrder(after).flatMap((goal): readonly News[] => {
    const known = goalsInOrder(before).find((one) => one.id === goal.id)
    if (!known || (known.answers === goal.answers && known.statement === goal.statement)) return []
    const was = agreementOf(known, before.parties).kind
    const is = agreementOf(goal, after.parties).kind
    if (was === is) return []
    if (is === 'agreed' || is === 'lapsed') return [{ kind: is, goal: goal.id }]
    return []
  })
}

function presenceNews(before: LiveView, after: LiveView): readonly News[] {
  const was = new Set(before.here.map(({ person }) => person))
  const is = new Set(after.here.map(({ person }) => person))
  return [
    ...[...is].filter((person) => !was.has(person)).map((person): News => ({ kind: 'came', person })),
    ...[...was].filter((person) => !is.has(person)).map((person): News => ({ kind: 'went', person })),
  ]
}

function changeNews(before: LiveView, after: LiveView): readonly News[] {
  const paused = before.typing.filter(
    (was) => !after.typing.some((is) => is.person === was.person && is.goal === was.goal),
  )
  const once = new Map(paused.map(({ person, goal }) => [`${person} ${goal}`, { person, goal }]))
  return [...once.values()].map(({ person, goal }) => ({ kind: 'changed', person, goal }))
}
