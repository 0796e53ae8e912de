import type { ChangeSet } from '@codemirror/state'
import { placeOf } from '../goal/field.js'
import type { EntryRecord, Payload } from '../history/payload.js'
import { isRefusal, refuse, type Refusal } from '../refusal.js'
import type { AttributedText } from '../text/attributed.js'
import { acceptText, type TextOperation } from './accept.js'
import type { PlanCommand } from './command.js'
import { decide, decideRestore, type Asker } from './decide.js'
import { enact } from './enact.js'
import type { Stamp } from './stamp.js'
import type { PlanLimits } from './limits.js'
import type { Plan } from './plan.js'
import { noRecentChanges, withRecent, type RecentChange, type RecentChanges } from './recent.js'

/** A plan with the recent changes that operations are mapped over. */
export interface Staging {
  readonly plan: Plan
  readonly recent: RecentChanges
}

/** What somebody asks of a plan. */
export type Operation =
  | { readonly kind: 'text'; readonly text: TextOperation }
  /** `past` is how the field stood after entry `command.to`; only a `wording.restore` has it. */
  | { readonly kind: 'command'; readonly command: PlanCommand; readonly past?: AttributedText }

/** An operation that holds, not yet stored. */
export interface Staged {
  readonly after: Staging
  readonly payload: Payload
  readonly record: EntryRecord
}

/** The accept path from the known author to the record: one function for sockets, REST and replay. (LP7) */
export function stage(
  before: Staging,
  operation: Operation,
  asker: Asker,
  at: number,
  limits: PlanLimits,
): Staged | Refusal {
  // Nothing is written while sharing is paused, whoever paused it. (SE7)
  if (before.plan.live?.pausedBy != null) return refuse('sharing-paused')
  const accepted = accept(before, operation, asker, limits)
  if (isRefusal(accepted)) return accepted
  const stamp: Stamp = { seq: before.plan.seq + 1, at, author: asker.person, relation: asker.relation }
  return enactStaged(before, stamp, accepted.payload, accepted.changes, limits)
}

/** Applies what is known to hold: an accepted operation, or an entry from the log. */
export function enactStaged(
  before: Staging,
  stamp: Stamp,
  payload: Payload,
  changes: ChangeSet | undefined,
  limits: PlanLimits,
): Staged {
  const { plan, record } = enact(before.plan, stamp, payload, changes)
  if (payload.kind !== 'text' && payload.kind !== 'wording.restore') {
    return { after: { plan, recent: before.recent }, payload, record }
  }
  const change: RecentChange = {
    seq: stamp.seq,
    author: stamp.author,
    ...placeOf(payload),
    changes: payload.changes,
    pieces: record.pieces ?? [],
  }
  return { after: { plan, recent: withRecent(before.recent, change, limits.window) }, payload, record }
}

export function startStaging(plan: Plan): Staging {
  return { plan, recent: noRecentChanges(plan.seq) }
}

interface Accepted {
  readonly payload: Payload
  readonly changes: ChangeSet | undefined
}

function accept(before: Staging, operation: Operation, asker: Asker, limits: PlanLimits): Accepted | Refusal {
  if (operation.kind === 'text') return acceptText(before.plan, before.recent, operation.text, asker, limits)
  const { command, past } = operation
  if (command.name !== 'wording.restore') return asAccepted(decide(before.plan, command, limits))
  if (!past) return refuse('malformed', 'no such moment')
  return asAccepted(decideRestore(before.plan, command, asker, past))
}

function asAccepted(decided: Payload | Refusal): Accepted | Refusal {
  return isRefusal(decided) ? decided : { payload: decided, changes: undefined }
}
