import type { HistoryEntry } from '@accord/domain/history/entry'
import type { LogId } from '@accord/domain/ids'
import { foldEntry } from '@accord/domain/plan/fold'
import type { Plan } from '@accord/domain/plan/plan'
import { HistoryBroken } from '../history/history.service.js'

/** Folds an entry; one that is sealed and chained as it should be and still can't be folded breaks its own log alone. (Y12) */
export function foldOrBroken<Folded>(at: { log: LogId; seq: number }, fold: () => Folded): Folded {
  try {
    return fold()
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error
    throw new HistoryBroken({ ...at, reason: 'fold-differs' })
  }
}

/** A plan with the entry after it; one that can't be folded is named. */
export function foldedWith(plan: Plan, entry: HistoryEntry): Plan {
  return foldOrBroken({ log: plan.log, seq: entry.seq }, () => foldEntry(plan, entry))
}
