import type { Goal } from '../goal/goal.js'
import { goalsInOrder, type Plan } from '../plan/plan.js'
import { agreementItems, type Onlooker } from './agreements.js'
import { inOrder, isNews, type AttentionItem } from './attention.js'

const DAY_MS = 86_400_000
const SOON_MS = 7 * DAY_MS

/** What in a plan would like somebody's attention, in order; derived, never stored. (AT1, AT9) */
export function attentionOf(plan: Plan, onlooker: Onlooker): readonly AttentionItem[] {
  const items = goalsInOrder(plan)
    .filter(({ lifecycle }) => lifecycle === 'proposed' || lifecycle === 'active')
    .flatMap((goal) => [
      ...agreementItems(goal, plan.parties, onlooker),
      // A supervisor reads along: nobody waits for them, and conversation is not theirs. (AT10)
      ...(onlooker.relation === 'supervisor'
        ? []
        : [
            ...conversationItems(goal, onlooker),
            ...startedItems(goal, onlooker),
            ...dueItems(goal, onlooker),
          ]),
    ])
  return inOrder(items.filter((item) => item.isNew || !isNews(item)))
}

/** How many items came to be since the person last looked: what a bell counts. (AT8) */
export function newCount(items: readonly { readonly isNew: boolean }[]): number {
  return items.filter(({ isNew }) => isNew).length
}

function conversationItems(goal: Goal, { person, seenUpTo }: Onlooker): readonly AttentionItem[] {
  return goal.comments.flatMap((comment): readonly AttentionItem[] => {
    const { id, by, at, text, asks, answer } = comment
    const place = { goal: goal.id, goalName: goal.name.text, comment: id }
    if (by !== person && asks && answer === null)
      return [{ ...place, kind: 'question', by, text, at, isNew: at > seenUpTo }]
    if (by !== person && !asks) return [{ ...place, kind: 'comment', by, text, at, isNew: at > seenUpTo }]
    if (by !== person || answer === null || answer.by === person) return []
    const isNew = answer.at > seenUpTo
    return [{ ...place, kind: 'question-answered', by: answer.by, text: answer.text, at: answer.at, isNew }]
  })
}

function startedItems(goal: Goal, { person, seenUpTo }: Onlooker): readonly AttentionItem[] {
  const { id, startedBy: by, startedAt: at, statement: words } = goal
  if (by === person) return []
  const kind = goal.wasDraft ? 'goal-shared' : 'goal-started'
  return [{ kind, goal: id, goalName: goal.name.text, at, isNew: at > seenUpTo, by, words }]
}

function dueItems(goal: Goal, { person, now }: Onlooker): readonly AttentionItem[] {
  return goal.steps.flatMap((step): readonly AttentionItem[] => {
    const { id, due, who, done, setAside, text } = step
    if (due === null || done !== null || setAside || !who.includes(person)) return []
    const at = Date.parse(`${due}T00:00:00Z`)
    if (at > now + SOON_MS) return []
    // Days pass by themselves: nobody did anything, so no bell counts it. (AT8)
    const place = { goal: goal.id, goalName: goal.name.text, at, isNew: false }
    return [{ ...place, kind: 'step-due', step: id, text: text.text, due }]
  })
}
