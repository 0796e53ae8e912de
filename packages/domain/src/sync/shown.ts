import { placeOf } from '../goal/field.js'
import { decide } from '../plan/decide.js'
import { enact } from '../plan/enact.js'
import type { Stamp } from '../plan/stamp.js'
import { PLAN_LIMITS } from '../plan/limits.js'
import { textAt, type Plan } from '../plan/plan.js'
import { isRefusal } from '../refusal.js'
import { changesJson } from '../text/changes.js'
import type { ClientState } from './client-state.js'
import type { Pending } from './pending.js'

/** The plan as it is on screen: what is confirmed, and the own pending operations on top. */
export function shownPlan(state: ClientState, now: number): Plan | null {
  const { confirmed, me } = state
  if (!confirmed || !me) return confirmed
  return state.pending.reduce<Plan>((plan, own) => {
    const stamp: Stamp = { seq: plan.seq, at: now, author: me.person, relation: me.relation }
    return shownWith(plan, own, stamp)
  }, confirmed)
}

/** Answers and restores are shown when they are accepted, never before: the server decides. (AG1) */
function shownWith(plan: Plan, own: Pending, stamp: Stamp): Plan {
  if (own.kind === 'text') {
    const before = textAt(plan, own)
    if (before?.text.length !== own.changes.length) return plan
    const { changes } = own
    const payload = { kind: 'text' as const, ...placeOf(own), changes: changesJson(changes) }
    return enact(plan, stamp, payload, changes).plan
  }
  if (own.command.name === 'agreement.answer' || own.command.name === 'wording.restore') return plan
  const decided = decide(plan, own.command, PLAN_LIMITS)
  return isRefusal(decided) ? plan : enact(plan, stamp, decided).plan
}
