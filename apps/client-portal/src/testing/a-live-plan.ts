import type { Asker } from '@accord/domain/plan/decide'
import { enact } from '@accord/domain/plan/enact'
import type { Stamp } from '@accord/domain/plan/stamp'
import { emptyPlan, type Plan } from '@accord/domain/plan/plan'
import type { Payload } from '@accord/domain/history/payload'
import type { GoalId } from '@accord/domain/ids'
import type { LivePlan, LiveView } from '@accord/ui/live-plan/live-plan'
import { OPENING_VIEW } from '@accord/ui/live-plan/live-view'
import { CASE, CLIENT, DAY, PEOPLE, PLAN, PRACTITIONER } from './alder-house.js'

export const GOAL = '018f0000-0000-7000-8000-000000000077' as GoalId
const client: Asker = { person: CLIENT, relation: 'client' }
const practitioner: Asker = { person: PRACTITIONER, relation: 'practitioner' }
const AUTHORS = { client, practitioner }

/** A plan as its entries made it, one a minute. */
export function planOf(entries: readonly (readonly [by: keyof typeof AUTHORS, payload: Payload])[]): Plan {
  const parties = [client, practitioner].map(
    (party) => ['client', { kind: 'party.joined', ...party }] as const,
  )
  const all = [
    ...parties,
    ['client', { kind: 'goal.add', goal: GOAL, goalKind: 'change', title: 'Sleep' }] as const,
  ]
  return [...all, ...entries].reduce<Plan>((plan, [by, payload]) => {
    const { person, relation } = AUTHORS[by]
    const seq = plan.seq + 1
    const stamp: Stamp = { seq, at: DAY + seq * 60_000, author: person, relation }
    return enact(plan, stamp, payload).plan
  }, emptyPlan(PLAN))
}

/** A plan that is open, and what was asked of it. */
export function aLivePlan(plan: Plan, more: Partial<LiveView> = {}) {
  const view: LiveView = {
    ...OPENING_VIEW,
    phase: 'open',
    isOnline: true,
    plan,
    seq: plan.seq,
    me: client,
    people: PEOPLE,
    ...more,
  }
  const asked: Parameters<LivePlan['command']>[0][] = []
  const live: LivePlan = {
    log: PLAN,
    view: () => view,
    subscribe: () => () => undefined,
    subscribeText: () => () => undefined,
    edit: () => undefined,
    command: (command) => void asked.push(command),
    flush: () => undefined,
    undo: () => undefined,
    redo: () => undefined,
    look: () => undefined,
    dismissRefused: () => undefined,
    close: () => undefined,
  }
  return { open: { live, view, plan, caseId: CASE, closedAt: null, keptFrom: null }, asked }
}
