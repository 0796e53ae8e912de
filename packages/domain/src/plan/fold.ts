import type { HistoryEntry } from '../history/entry.js'
import type { LogId } from '../ids.js'
import { enact } from './enact.js'
import { emptyPlan, type Plan } from './plan.js'

/** Folds entries, which must follow the plan without a gap, into it. Throws a RangeError on a gap. (LP1) */
export function foldEntries(plan: Plan, entries: Iterable<HistoryEntry>): Plan {
  let folded = plan
  for (const entry of entries) folded = foldEntry(folded, entry)
  return folded
}

export function foldEntry(plan: Plan, entry: HistoryEntry): Plan {
  if (entry.seq !== plan.seq + 1) throw new RangeError(`entry ${entry.seq} does not follow ${plan.seq}`)
  const { plan: after } = enact(plan, entry, entry.payload)
  return after.epoch === entry.epoch ? after : { ...after, epoch: entry.epoch }
}

export function foldLog(log: LogId, entries: Iterable<HistoryEntry>): Plan {
  return foldEntries(emptyPlan(log), entries)
}
