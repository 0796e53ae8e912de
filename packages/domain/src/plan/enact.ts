import type { ChangeSet } from '@codemirror/state'
import { withAnswer, type Answer } from '../agreement/answer.js'
import { agreementOf, stepAgreementOf } from '../agreement/state.js'
import { placeOf } from '../goal/field.js'
import type { Goal } from '../goal/goal.js'
import type { EntryRecord, Payload, RestorePayload, SessionPayload, TextPayload } from '../history/payload.js'
import { applyChanges, EMPTY_TEXT, insertedLength } from '../text/attributed.js'
import { readChanges } from '../text/changes.js'
import { enactGoal, type GoalPayload } from './enact-goal.js'
import { enactStep, type StepPayload } from './enact-step.js'
import { emptyPlan, goalOf, stepOf, textAt, withGoal, withStep, withText, type Plan } from './plan.js'
import type { Stamp } from './stamp.js'
import { settleAll, settleGoal, settleStep, type Settled } from './settle.js'

/** A plan after an entry, and what the entry meant. */
export interface Enacted {
  readonly plan: Plan
  readonly record: EntryRecord
}

type WordsPayload = TextPayload | RestorePayload
type AnswerPayload = Extract<Payload, { kind: 'agreement.answer' }>
type PartyPayload = Extract<Payload, { kind: 'party.joined' | 'party.ended' }>

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
    case 'agreement.answer':
      return enactAnswer(next, stamp, payload)
    case 'party.joined':
    case 'party.ended':
      return { plan: settleAll(plan, changeParties(next, stamp, payload), stamp), record: {} }
    case 'session.started':
    case 'session.paused':
    case 'session.resumed':
    case 'session.ended':
      return { plan: inSession(next, stamp, payload), record: {} }
    case 'erased':
      return { plan: erasedPlan(plan, stamp), record: {} }
    case 'step.add':
    case 'step.move':
    case 'step.plan':
    case 'step.done':
    case 'step.setAside':
      return onStep(next, stamp, payload)
    case 'goal.add':
    case 'goal.share':
    case 'goal.move':
    case 'goal.setAside':
    case 'goal.takeUp':
    case 'goal.narrow':
    case 'scale.describe':
    case 'rating.give':
    case 'comment.add':
    case 'comment.answer':
    case 'topic.add':
    case 'win.add':
      return onGoal(next, stamp, payload)
  }
}

/** Whatever stood before is not there any more, nor is anybody's part. (ER3) */
function erasedPlan({ log, epoch }: Plan, { seq, at }: Stamp): Plan {
  return { ...emptyPlan(log, epoch), seq, erasedAt: at }
}

function enactWords(plan: Plan, stamp: Stamp, payload: WordsPayload, changes: ChangeSet): Enacted {
  const goal = known(plan, payload)
  const place = placeOf(payload)
  const credit = payload.credit ?? [[stamp.author, insertedLength(changes)] as const]
  const { after, pieces } = applyChanges(textAt(plan, place) ?? EMPTY_TEXT, changes, credit)
  const changed = withText(goal, place, after, { by: stamp.author, at: stamp.at })
  const settled = settleWords(plan, goal, changed, payload, stamp)
  const effect = settled.effect && (settled.effect === 'opened' ? 'lapsed' : 'restored')
  return {
    plan: withGoal(plan, settled.subject),
    record: effect ? { agreement: effect, pieces } : { pieces },
  }
}

/** Only a goal's statement and a step's text are wordings, and only where somebody has answered to them. (AG9) */
function settleWords(plan: Plan, before: Goal, after: Goal, at: WordsPayload, stamp: Stamp): Settled<Goal> {
  if (at.field === 'statement' && before.answers.length > 0) {
    return settleGoal(plan, agreementOf(before, plan.parties), after, stamp)
  }
  const [old, step] = at.step === undefined ? [] : [stepOf(before, at.step), stepOf(after, at.step)]
  if (at.field !== 'text' || !old || !step || old.answers.length === 0)
    return { subject: after, effect: null }
  const settled = settleStep(plan, stepAgreementOf(before, old, plan.parties), after, step, stamp)
  return { subject: withStep(after, settled.subject), effect: settled.effect }
}

function enactAnswer(plan: Plan, stamp: Stamp, payload: AnswerPayload): Enacted {
  const goal = known(plan, payload)
  const { wording, answer: kind, reason } = payload
  const answer: Answer = { person: stamp.author, wording, kind, reason, at: stamp.at, seq: stamp.seq }
  const settled = settleAnswer(plan, goal, payload, answer, stamp)
  const effect = settled.effect && (settled.effect === 'opened' ? 'withdrawn' : 'closed')
  return { plan: withGoal(plan, settled.subject), record: effect ? { agreement: effect } : {} }
}

function settleAnswer(
  plan: Plan,
  goal: Goal,
  at: AnswerPayload,
  answer: Answer,
  stamp: Stamp,
): Settled<Goal> {
  if (at.step === undefined) {
    const answered = { ...goal, answers: withAnswer(goal.answers, answer) }
    return settleGoal(plan, agreementOf(goal, plan.parties), answered, stamp)
  }
  const step = stepOf(goal, at.step)
  if (!step) throw new RangeError('an answer names a step that the goal does not have')
  const answered = { ...step, answers: withAnswer(step.answers, answer) }
  const settled = settleStep(plan, stepAgreementOf(goal, step, plan.parties), goal, answered, stamp)
  return { subject: withStep(goal, settled.subject), effect: settled.effect }
}

function onGoal(plan: Plan, stamp: Stamp, payload: GoalPayload): Enacted {
  const after = enactGoal(plan, stamp, payload)
  const goal = known(after, payload)
  const before = goalOf(plan, payload.goal)
  if (!before || before.answers.length === 0) return { plan: after, record: {} }
  const settled = settleGoal(after, agreementOf(before, plan.parties), goal, stamp)
  const effect = settled.effect && (settled.effect === 'opened' ? 'withdrawn' : 'closed')
  return { plan: withGoal(after, settled.subject), record: effect ? { agreement: effect } : {} }
}

function onStep(plan: Plan, stamp: Stamp, payload: StepPayload): Enacted {
  const before = known(plan, payload)
  const after = enactStep(before, stamp, payload)
  const [old, step] = [stepOf(before, payload.step), stepOf(after, payload.step)]
  if (!old || !step || old.answers.length === 0) return { plan: withGoal(plan, after), record: {} }
  const settled = settleStep(plan, stepAgreementOf(before, old, plan.parties), after, step, stamp)
  const effect = settled.effect && (settled.effect === 'opened' ? 'lapsed' : 'restored')
  return {
    plan: withGoal(plan, withStep(after, settled.subject)),
    record: effect ? { agreement: effect } : {},
  }
}

function changeParties(plan: Plan, stamp: Stamp, payload: PartyPayload): Plan {
  const { person } = payload
  switch (payload.kind) {
    case 'party.joined': {
      const party = { person, relation: payload.relation, since: stamp.at, until: null }
      return { ...plan, parties: [...plan.parties, party] }
    }
    case 'party.ended': {
      const ends = (party: Plan['parties'][number]) => party.person === person && party.until === null
      return {
        ...plan,
        parties: plan.parties.map((party) => (ends(party) ? { ...party, until: stamp.at } : party)),
      }
    }
  }
}

/** Which session is live is a fact of the log, so every process that writes next knows it. (SE5) */
function inSession(plan: Plan, { author }: Stamp, { kind, session }: SessionPayload): Plan {
  switch (kind) {
    case 'session.started':
    case 'session.resumed':
      return { ...plan, live: { session, pausedBy: null } }
    case 'session.paused':
      return { ...plan, live: { session, pausedBy: author } }
    case 'session.ended':
      return { ...plan, live: null }
  }
}

function known(plan: Plan, { goal: id }: { readonly goal: Goal['id'] }): Goal {
  const goal = goalOf(plan, id)
  if (!goal) throw new RangeError(`entry names goal ${id}, which the plan does not have`)
  return goal
}
