import type { PartyRelation } from '@accord/domain/case/party'
import type { Payload } from '@accord/domain/history/payload'
import type { GoalId, LogId, PersonId, StepId } from '@accord/domain/ids'
import type { PlanCommand } from '@accord/domain/plan/command'
import { enact } from '@accord/domain/plan/enact'
import { emptyPlan, goalOf, type Plan } from '@accord/domain/plan/plan'
import type { GoalAtHand } from '../goal/goal-at-hand.js'
import type { LivePlan, LiveView } from '../live-plan/live-plan.js'
import { OPENING_VIEW } from '../live-plan/live-view.js'

export const MARA = 'mara' as PersonId
export const JONAH = 'jonah' as PersonId
export const GOAL = '018f0000-0000-7000-8000-00000000000a' as GoalId
export const STEP = '018f0000-0000-7000-8000-00000000000b' as StepId
const LOG = '018f0000-0000-7000-8000-000000000001' as LogId
const RELATIONS: Readonly<Record<string, PartyRelation>> = { [MARA]: 'practitioner', [JONAH]: 'client' }
const NOON = Date.UTC(2026, 10, 19, 12)
const MINUTE = 60_000

export type Happened = readonly [PersonId, Payload]

export const stepAdded: Happened = [
  JONAH,
  { kind: 'step.add', goal: GOAL, step: STEP, text: 'Ride two stops' },
]
export const LEVELS = ['Staying off trains', 'Short trips', 'Part of the way', 'Leeds and back', 'With joy']
export const described: Happened = [MARA, { kind: 'scale.describe', goal: GOAL, version: 1, levels: LEVELS }]

/** A goal of Mara and Jonah after these things happened a minute apart, seen by Mara, and what is asked of it. */
export function aGoalAtHand(happened: readonly Happened[], changes: Partial<GoalAtHand> = {}) {
  const joined: readonly Happened[] = [MARA, JONAH].map((person) => [
    person,
    { kind: 'party.joined', person, relation: RELATIONS[person] ?? 'client' },
  ])
  const added: Happened = [MARA, { kind: 'goal.add', goal: GOAL, goalKind: 'change', title: 'Leeds' }]
  const plan = [...joined, added, ...happened].reduce<Plan>((before, [author, payload], index) => {
    const relation = RELATIONS[author] ?? 'client'
    const stamp = { seq: index + 1, at: NOON - 60 * MINUTE + index * MINUTE, author, relation }
    return enact(before, stamp, payload).plan
  }, emptyPlan(LOG))
  const goal = goalOf(plan, GOAL)
  if (!goal) throw new Error('the plan lacks its goal')
  const view: LiveView = { ...OPENING_VIEW, phase: 'open', isOnline: true, plan, seq: plan.seq }
  const asked: PlanCommand[] = []
  const live = {
    ...QUIET,
    view: () => view,
    command: (command) => void asked.push(command),
  } satisfies LivePlan
  const at: GoalAtHand = {
    ...{ live, view, plan, goal, viewer: MARA, mayWrite: true, now: new Date(NOON), headingLevel: 4 },
    voices: {
      [MARA]: { relation: 'practitioner', name: 'Mara' },
      [JONAH]: { relation: 'client', name: 'Jonah' },
    },
    ...changes,
  }
  return { at, asked }
}

const QUIET: LivePlan = {
  log: LOG,
  view: () => OPENING_VIEW,
  subscribe: () => () => undefined,
  subscribeText: () => () => undefined,
  edit: () => undefined,
  command: () => undefined,
  undo: () => undefined,
  redo: () => undefined,
  look: () => undefined,
  dismissRefused: () => undefined,
  flush: () => undefined,
  close: () => undefined,
}
