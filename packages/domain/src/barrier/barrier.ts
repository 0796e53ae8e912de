import { isBack, STATIONS, type Station } from '../alliance/station.js'
import type { PersonId } from '../ids.js'
import { refuse, type Refusal } from '../refusal.js'

/** What gets in the way of working together. (BA1) */
export const BARRIER_KINDS = [
  'communication',
  'boundaries',
  'culture',
  'trust',
  'substances',
  'time',
] as const
export type BarrierKind = (typeof BARRIER_KINDS)[number]

/** In UTF-16 code units. */
export const LONGEST_BARRIER = 160
export const LONGEST_BARRIER_WORDS = 500

interface Dated {
  /** From 1, without a gap. */
  readonly seq: number
  readonly by: PersonId
  /** In ms. */
  readonly at: number
}

/** A step from station to station, with what there is to say about it; or words alone. It is only ever added. (BA2) */
export type BarrierEntry =
  | (Dated & { readonly kind: 'moved'; readonly station: Station; readonly words: string | null })
  | (Dated & { readonly kind: 'said'; readonly words: string })
type Move = Extract<BarrierEntry, { kind: 'moved' }>

/** Something that gets in the way of working with one client. */
export interface Barrier {
  readonly id: string
  readonly client: PersonId
  readonly kind: BarrierKind
  /** What it is, as whoever noticed it said it. */
  readonly words: string
  /** The first one is the noticing. */
  readonly entries: readonly [Move, ...BarrierEntry[]]
}

/** Where it stands now. */
export function stationOf({ entries }: Pick<Barrier, 'entries'>): Station {
  return lastMove(entries).station
}

/** Open until something has changed; what came back is open again. (BA1) */
export function isOpen(barrier: Pick<Barrier, 'entries'>): boolean {
  return stationOf(barrier) !== 'changed'
}

/** Forth and back; whoever goes back says why. (BA2) */
export function refusalOfMove(from: Station, to: Station, words: string | null): Refusal | null {
  if (from === to) return refuse('already-exists', 'it is at that station')
  if (isBack(from, to) && words === null) return refuse('malformed', 'going back needs a reason')
  return null
}

/** A station as it is drawn: those behind with the step that led there, the one that is open now, those ahead. */
export type StationShown =
  | { readonly station: Station; readonly standing: 'passed'; readonly move: Move }
  /** `since` is the step to the station before it; `isAgain` when that one went back. */
  | {
      readonly station: Station
      readonly standing: 'open'
      readonly since: Move
      readonly isAgain: boolean
    }
  | { readonly station: Station; readonly standing: 'ahead' }

/** All three stations, as they stand. (BA1) */
export function stationsOf({ entries }: Pick<Barrier, 'entries'>): readonly StationShown[] {
  const moves = entries.filter((entry): entry is Move => entry.kind === 'moved')
  const [noticed] = entries
  const present = lastMove(entries)
  const reached = STATIONS.indexOf(present.station)
  const before = moves.at(-2)
  const isAgain = before !== undefined && isBack(before.station, present.station)
  return STATIONS.map((station, at): StationShown => {
    if (at > reached + 1) return { station, standing: 'ahead' }
    if (at > reached) return { station, standing: 'open', since: present, isAgain }
    // When it was noticed stays, whatever came back since.
    const move = at === 0 ? noticed : moves.findLast((one) => one.station === station)
    return { station, standing: 'passed', move: move ?? present }
  })
}

/** Why a barrier is worth asking about; never a diagnosis. (BA5) */
export type BarrierCue =
  /** Its client wrote last: nobody of the practice has answered yet. */
  | { readonly kind: 'said'; readonly at: number }
  /** It is open, and so many sessions were held since anybody did anything about it. */
  | { readonly kind: 'untouched'; readonly sessions: number }

/**
 * @param ended when the sessions ended that were held, in ms
 * @param untouched from so many sessions on
 */
export function barrierCue(
  barrier: Pick<Barrier, 'client' | 'entries'>,
  ended: readonly number[],
  untouched: number,
): BarrierCue | null {
  const last = barrier.entries.at(-1) ?? barrier.entries[0]
  if (last.by === barrier.client) return { kind: 'said', at: last.at }
  const sessions = ended.filter((at) => at > last.at).length
  return isOpen(barrier) && sessions >= untouched ? { kind: 'untouched', sessions } : null
}

/** What is open before what has changed, each in the order in which it was noticed. */
export function inOrder<One extends Pick<Barrier, 'entries'>>(barriers: readonly One[]): readonly One[] {
  const rank = (one: One) => (isOpen(one) ? 0 : 1)
  return barriers.toSorted((a, b) => rank(a) - rank(b) || a.entries[0].at - b.entries[0].at)
}

function lastMove([noticed, ...entries]: Barrier['entries']): Move {
  return entries.findLast((entry): entry is Move => entry.kind === 'moved') ?? noticed
}
