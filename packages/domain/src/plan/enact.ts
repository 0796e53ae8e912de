import type { ChangeSet } from '@codemirror/state'
import { withAnswer } from '../agreement/answer.js'
import { agreementOf, type Agreement } from '../agreement/state.js'
import type { Relation } from '../case/relation.js'
import type { Goal } from '../goal/goal.js'
import type { EntryRecord, Payload, RestorePayload, TextPayload } from '../history/payload.js'
import type { GoalId, PersonId } from '../ids.js'
import { applyChanges, EMPTY_TEXT, insertedLength, writtenBy } from '../text/attributed.js'
import { readChanges } from '../text/changes.js'
import { goalOf, withGoal, withText, type Plan } from './plan.js'

/** Who did something, when, and as which entry. */
export interface Stamp {
  readonly seq: number
  readonly at: number
  readonly author: PersonId
  readonly relation: Relation
}

/** A plan after an entry, and what the entry meant. */
export interface Enacted {
  readonly plan: Plan
  readonly record: EntryRecord
}

type WordsPayload = TextPayload | RestorePayload

/**
 * Applies one entry to a plan. The fold of a log is this, entry by entry; the server, both apps, replay and
 * verification use it alike. Throws on a payload that could not have been accepted. (LP1)
 * @param changes the parsed `payload.changes`, where the caller has it
 */
export function enact(plan: Plan, stamp: Stamp, payload: Payload, changes?: ChangeSet): Enacted {
  const next = { ...plan, seq: stamp.seq }
  switch (payload.kind) {
    case 'text':
    case 'wording.restore':
      return enactWords(next, stamp, payload, changes ?? readChanges(payload.changes))
    case 'goal.add':
      return { plan: addGoal(next, stamp, payload), record: {} }
    case 'goal.move':
      return { plan: { ...next, order: moved(plan.order, payload.goal, payload.after) }, record: {} }
    case 'goal.setAside':
      return onGoal(next, payload.goal, stamp, (goal) => ({
        ...goal,
        lifecycle: 'on-hold',
        setAsideBecause: payload.reason,
      }))
    case 'goal.takeUp':
      return onGoal(next, payload.goal, stamp, (goal) => ({
        ...goal,
        lifecycle: 'proposed',
        setAsideBecause: null,
      }))
    case 'agreement.answer':
      return onGoal(next, payload.goal, stamp, (goal) => ({
        ...goal,
        answers: withAnswer(goal.answers, {
          person: stamp.author,
          wording: payload.wording,
          kind: payload.answer,
          reason: payload.reason,
          at: stamp.at,
          seq: stamp.seq,
        }),
      }))
    case 'party.joined':
    case 'party.ended':
      return { plan: settleAll(plan, changeParties(next, stamp, payload), stamp), record: {} }
  }
}

function enactWords(plan: Plan, stamp: Stamp, payload: WordsPayload, changes: ChangeSet): Enacted {
  const goal = known(plan, payload.goal)
  const credit = payload.credit ?? [[stamp.author, insertedLength(changes)] as const]
  const { after, pieces } = applyChanges(goal[payload.field], changes, credit)
  const lastChange = { ...goal.lastChange, [payload.field]: { by: stamp.author, at: stamp.at } }
  const changed = withText({ ...goal, lastChange }, payload.field, after)
  if (payload.field !== 'statement' || goal.answers.length === 0) {
    return { plan: withGoal(plan, changed), record: { pieces } }
  }
  const settled = settle(plan, agreementOf(goal, plan.parties), changed, stamp)
  const effect = settled.effect && (settled.effect === 'opened' ? 'lapsed' : 'restored')
  return {
    plan: withGoal(plan, settled.goal),
    record: effect ? { pieces, agreement: effect } : { pieces },
  }
}

function onGoal(plan: Plan, id: GoalId, stamp: Stamp, change: (goal: Goal) => Goal): Enacted {
  const before = known(plan, id)
  const settled = settle(plan, agreementOf(before, plan.parties), change(before), stamp)
  const effect = settled.effect && (settled.effect === 'opened' ? 'withdrawn' : 'closed')
  return { plan: withGoal(plan, settled.goal), record: effect ? { agreement: effect } : {} }
}

/** Draws the consequences of a goal's agreement: full agreement starts a proposed goal, a lapse is dated. (AG2, LP8) */
function settle(
  plan: Plan,
  before: Agreement,
  goal: Goal,
  stamp: Stamp,
): { readonly goal: Goal; readonly effect: 'opened' | 'closed' | null } {
  const after = agreementOf(goal, plan.parties)
  if (after.kind === 'agreed') {
    const lifecycle = goal.lifecycle === 'proposed' ? 'active' : goal.lifecycle
    const wording = after.halves[0]?.answer?.wording ?? ''
    const statement = goal.statement.text
    const agreed =
      goal.agreed?.wording === wording
        ? { ...goal.agreed, statement }
        : { wording, statement, at: after.since, seq: stamp.seq }
    return {
      goal: { ...goal, lifecycle, agreed, lapsedAt: null },
      effect: before.kind === 'agreed' ? null : 'closed',
    }
  }
  if (before.kind !== 'agreed') return { goal, effect: null }
  return { goal: { ...goal, lapsedAt: stamp.at }, effect: 'opened' }
}

function settleAll(before: Plan, after: Plan, stamp: Stamp): Plan {
  let plan = after
  for (const id of plan.order) {
    const goal = known(plan, id)
    if (goal.answers.length === 0) continue
    plan = withGoal(plan, settle(plan, agreementOf(goal, before.parties), goal, stamp).goal)
  }
  return plan
}

function addGoal(plan: Plan, stamp: Stamp, payload: Extract<Payload, { kind: 'goal.add' }>): Plan {
  const by = { by: stamp.author, at: stamp.at }
  const goal: Goal = {
    id: payload.goal,
    kind: payload.goalKind,
    lifecycle: 'proposed',
    setAsideBecause: null,
    name: writtenBy(stamp.author, payload.title),
    statement: EMPTY_TEXT,
    why: EMPTY_TEXT,
    startedBy: stamp.author,
    startedAt: stamp.at,
    lastChange: { name: by, statement: null, why: null },
    answers: [],
    agreed: null,
    lapsedAt: null,
  }
  return withGoal({ ...plan, order: [...plan.order, payload.goal] }, goal)
}

function moved(order: readonly GoalId[], goal: GoalId, after: GoalId | null): readonly GoalId[] {
  const others = order.filter((id) => id !== goal)
  others.splice(after === null ? 0 : others.indexOf(after) + 1, 0, goal)
  return others
}

function changeParties(
  plan: Plan,
  stamp: Stamp,
  payload: Extract<Payload, { kind: 'party.joined' | 'party.ended' }>,
): Plan {
  const { person } = payload
  switch (payload.kind) {
    case 'party.joined':
      return {
        ...plan,
        parties: [...plan.parties, { person, relation: payload.relation, since: stamp.at, until: null }],
      }
    case 'party.ended':
      return {
        ...plan,
        parties: plan.parties.map((party) =>
          party.person === person && party.until === null ? { ...party, until: stamp.at } : party,
        ),
      }
  }
}

function known(plan: Plan, id: GoalId): Goal {
  const goal = goalOf(plan, id)
  if (!goal) throw new RangeError(`entry names goal ${id}, which the plan does not have`)
  return goal
}
