import type { HistoryEntry } from '../history/entry.js'
import type { GoalId, LogId } from '../ids.js'
import { emptyPlan, type Plan } from '../plan/plan.js'
import { foldEntry } from '../plan/fold.js'
import {
  chronicleOf,
  noteEntry,
  startChronicle,
  type Chronicle,
  type SealChange,
  type ToldMoment,
} from './chronicle.js'
import { noteWords, startWordings, type Wording, type Wordings } from './wordings.js'

/** After how many entries a state is kept, so that any moment is had in fewer folds than this. (RP1) */
export const KEYFRAME_EVERY = 64

/** A record made ready for replay: any moment of it is at hand, and what people did is told. (RP1) */
export interface Film {
  readonly log: LogId
  /** All entries from the first one on, in order. */
  readonly entries: readonly HistoryEntry[]
  /** The plan before the first entry, and after every {@link KEYFRAME_EVERY} entries. */
  readonly keyframes: readonly Plan[]
  /** The plan after the last entry. */
  readonly end: Plan
  readonly moments: readonly ToldMoment[]
  /** For each entry the index of the moment that it belongs to. */
  readonly momentOf: readonly number[]
  /** What happened to the seals of goals, in order. */
  readonly seals: readonly SealChange[]
  /** Wordings of each goal's statement that others followed, in order. */
  readonly wordings: ReadonlyMap<GoalId, readonly Wording[]>
}

/** A film while its record still comes in; it grows in place, so that a page of entries costs no more than itself. */
export interface Filming {
  readonly entries: HistoryEntry[]
  readonly keyframes: Plan[]
  readonly chronicle: Chronicle
  readonly wordings: Wordings
  end: Plan
}

export function startFilm(log: LogId): Filming {
  const plan = emptyPlan(log)
  return {
    entries: [],
    keyframes: [plan],
    chronicle: startChronicle(),
    wordings: startWordings(),
    end: plan,
  }
}

/**
 * Takes in the entries that follow, each folded once.
 * @returns null, or the number of the first entry that cannot be folded; nothing from it on was taken in
 */
export function takeIn(film: Filming, entries: Iterable<HistoryEntry>): number | null {
  for (const entry of entries) {
    const before = film.end
    const after = foldedOrNull(before, entry)
    if (!after) return entry.seq
    film.entries.push(entry)
    film.end = after
    if (entry.seq % KEYFRAME_EVERY === 0) film.keyframes.push(after)
    noteEntry(film.chronicle, entry, after)
    noteWords(film.wordings, entry, before)
  }
  return null
}

export function finishFilm(film: Filming): Film {
  const { entries, keyframes, end, chronicle, wordings } = film
  return {
    log: end.log,
    entries,
    keyframes,
    end,
    moments: chronicleOf(chronicle),
    momentOf: chronicle.momentOf,
    seals: chronicle.seals,
    wordings: wordings.past,
  }
}

/** A record that is already here, as a film of what of it can be folded. */
export function filmOf(log: LogId, entries: Iterable<HistoryEntry>): Film {
  const film = startFilm(log)
  takeIn(film, entries)
  return finishFilm(film)
}

/** The plan after an entry, or before the first one; in fewer folds than {@link KEYFRAME_EVERY}. (RP1) */
export function planAt(film: Film, seq: number, fold = foldEntry): Plan {
  if (seq >= film.end.seq) return film.end
  const [from, keyframe] = keyframeFor(film, Math.max(0, seq))
  let plan = keyframe
  for (let at = from; at < seq; at++) {
    const entry = film.entries[at]
    if (entry) plan = fold(plan, entry)
  }
  return plan
}

function keyframeFor({ keyframes, log }: Film, seq: number): readonly [number, Plan] {
  const index = Math.floor(seq / KEYFRAME_EVERY)
  return [index * KEYFRAME_EVERY, keyframes[index] ?? emptyPlan(log)]
}

/** What cannot be folded is no history of this plan; whatever the fold throws of it, the record ends before it. */
function foldedOrNull(plan: Plan, entry: HistoryEntry): Plan | null {
  try {
    return foldEntry(plan, entry)
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null
    throw error
  }
}
