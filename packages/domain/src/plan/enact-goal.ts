import type { Goal } from '../goal/goal.js'
import type { Payload } from '../history/payload.js'
import type { GoalId } from '../ids.js'
import { EMPTY_TEXT, writtenBy } from '../text/attributed.js'
import type { Stamp } from './stamp.js'
import { goalOf, withGoal, type Plan } from './plan.js'

/** Entries about a goal as a whole. */
export type GoalPayload = Extract<
  Payload,
  {
    kind:
      | 'goal.add'
      | 'goal.share'
      | 'goal.move'
      | 'goal.setAside'
      | 'goal.takeUp'
      | 'goal.narrow'
      | 'scale.describe'
      | 'rating.give'
      | 'comment.add'
      | 'comment.answer'
      | 'topic.add'
      | 'win.add'
  }
>

/** A plan after an entry about one of its goals, before agreements are looked at again. */
export function enactGoal(plan: Plan, stamp: Stamp, payload: GoalPayload): Plan {
  switch (payload.kind) {
    case 'goal.add':
      return addGoal(plan, newGoal(stamp, payload))
    case 'goal.share':
      return addGoal(plan, {
        ...newGoal(stamp, payload),
        wasDraft: true,
        statement: writtenBy(stamp.author, payload.statement),
        why: writtenBy(stamp.author, payload.why),
      })
    case 'goal.move':
      return { ...plan, order: moved(plan.order, payload.goal, payload.after) }
    case 'goal.setAside':
    case 'goal.takeUp':
    case 'goal.narrow':
    case 'scale.describe':
    case 'rating.give':
    case 'comment.add':
    case 'comment.answer':
    case 'topic.add':
    case 'win.add': {
      const goal = goalOf(plan, payload.goal)
      if (!goal) throw new RangeError(`entry names goal ${payload.goal}, which the plan does not have`)
      return withGoal(plan, changed(goal, stamp, payload))
    }
  }
}

type ChangePayload = Exclude<GoalPayload, { kind: 'goal.add' | 'goal.share' | 'goal.move' }>

function changed(goal: Goal, stamp: Stamp, payload: ChangePayload): Goal {
  const { author: by, at, seq, relation } = stamp
  switch (payload.kind) {
    case 'goal.setAside':
      return { ...goal, lifecycle: 'on-hold', setAsideBecause: payload.reason }
    case 'goal.takeUp':
      return { ...goal, lifecycle: 'proposed', setAsideBecause: null }
    case 'goal.narrow':
      return { ...goal, narrowedTo: payload.to }
    case 'scale.describe': {
      const { version, levels } = payload
      return {
        ...goal,
        scales: [...goal.scales.filter((s) => s.version !== version), { version, levels, by, at }],
      }
    }
    case 'rating.give': {
      if (relation === 'supervisor' || relation === 'administrator') throw new RangeError('only parties rate')
      const { on, value } = payload
      return { ...goal, ratings: [...goal.ratings, { person: by, relation, on, value, at, seq }] }
    }
    case 'comment.add': {
      const { comment: id, text, asks } = payload
      return { ...goal, comments: [...goal.comments, { id, by, at, text, asks, answer: null }] }
    }
    case 'comment.answer': {
      const answer = { by, at, text: payload.text }
      return {
        ...goal,
        comments: goal.comments.map((c) => (c.id === payload.comment ? { ...c, answer } : c)),
      }
    }
    case 'topic.add': {
      const { topic: id, about: topic, helps } = payload
      return { ...goal, topics: [...goal.topics, { id, by, at, topic, helps }] }
    }
    case 'win.add':
      return { ...goal, wins: [...goal.wins, { id: payload.win, by, at, text: payload.text }] }
  }
}

function addGoal(plan: Plan, goal: Goal): Plan {
  return withGoal({ ...plan, order: [...plan.order, goal.id] }, goal)
}

function newGoal(
  stamp: Stamp,
  { goal: id, goalKind: kind, title }: Extract<GoalPayload, { goalKind: unknown }>,
): Goal {
  const by = { by: stamp.author, at: stamp.at }
  return {
    id,
    kind,
    lifecycle: 'proposed',
    setAsideBecause: null,
    name: writtenBy(stamp.author, title),
    statement: EMPTY_TEXT,
    why: EMPTY_TEXT,
    startedBy: stamp.author,
    startedAt: stamp.at,
    lastChange: { name: by, statement: null, why: null },
    answers: [],
    agreed: null,
    lapsedAt: null,
    wasDraft: false,
    narrowedTo: null,
    steps: [],
    scales: [],
    ratings: [],
    comments: [],
    topics: [],
    wins: [],
  }
}

function moved(order: readonly GoalId[], goal: GoalId, after: GoalId | null): readonly GoalId[] {
  const others = order.filter((id) => id !== goal)
  others.splice(after === null ? 0 : others.indexOf(after) + 1, 0, goal)
  return others
}
