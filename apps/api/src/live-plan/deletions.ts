import { GOAL_FIELDS } from '@accord/domain/goal/field'
import type { EntryRecord } from '@accord/domain/history/payload'
import type { PersonId } from '@accord/domain/ids'
import { goalsInOrder, type Plan } from '@accord/domain/plan/plan'

/** What somebody took out of a plan lately. */
interface Burst {
  readonly since: number
  readonly removed: number
  /** How long all texts of the plan were when the burst began. */
  readonly outOf: number
  readonly alerted: boolean
}

/** Everybody's bursts of deleting in one plan: plain data, so that it goes back with what was not stored. */
export type Deletions = ReadonlyMap<PersonId, Burst>

const BURST_TIME = 60_000

/**
 * Counts what an entry takes out. Deleting is allowed; somebody is told when more than half of a plan goes within
 * a minute, by one person. (Y7)
 * @param before the plan before the entry
 */
export function noteDeletion(
  deletions: Deletions,
  before: Plan,
  author: PersonId,
  at: number,
  record: EntryRecord,
): { readonly deletions: Deletions; readonly alarming: boolean } {
  const removed = (record.pieces ?? []).reduce((sum, piece) => sum + piece.removed.length, 0)
  if (removed === 0) return { deletions, alarming: false }
  const last = deletions.get(author)
  const goesOn = last !== undefined && at - last.since <= BURST_TIME
  const burst = goesOn ? last : { since: at, removed: 0, outOf: lengthOf(before), alerted: false }
  const total = burst.removed + removed
  const alarming = !burst.alerted && total * 2 > burst.outOf
  const noted = { ...burst, removed: total, alerted: burst.alerted || alarming }
  return { deletions: new Map(deletions).set(author, noted), alarming }
}

function lengthOf(plan: Plan): number {
  return goalsInOrder(plan)
    .flatMap((goal) => GOAL_FIELDS.map((field) => goal[field].text.length))
    .reduce((sum, length) => sum + length, 0)
}
