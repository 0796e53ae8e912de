import type { ChangeSet } from '@codemirror/state'
import { samePlace, type TextPlace } from '../goal/field.js'
import type { PersonId } from '../ids.js'
import type { Piece } from '../text/attributed.js'
import { readChanges, type ChangesJson } from '../text/changes.js'

/** A recent entry that changed words, kept for mapping over it; as it was stored, of which few are ever read again. */
export interface RecentChange extends TextPlace {
  readonly seq: number
  readonly author: PersonId
  readonly changes: ChangesJson
  readonly pieces: readonly Piece[]
}

/** The same, read. */
export interface ReadChange {
  readonly seq: number
  readonly author: PersonId
  readonly changes: ChangeSet
  readonly pieces: readonly Piece[]
}

/**
 * The recent entries of a plan that changed words, from the newest back; complete for every seq after `from`. Linked,
 * so that the next entry costs one link and no copy, and the usual operation, typed on the newest words, walks none.
 */
export interface RecentChanges {
  readonly from: number
  readonly count: number
  readonly newest: Link | null
}

interface Link {
  readonly change: RecentChange
  readonly older: Link | null
}

export function noRecentChanges(from: number): RecentChanges {
  return { from, count: 0, newest: null }
}

/** Keeps between one and two windows, so that most additions only append. */
export function withRecent(recent: RecentChanges, change: RecentChange, window: number): RecentChanges {
  const { from, count, newest } = recent.count < 2 * window ? recent : shortened(recent, window)
  return { from, count: count + 1, newest: { change, older: newest } }
}

/** The changes of a text in entries after a seq, oldest first. */
export function changesAt(recent: RecentChanges, place: TextPlace, after: number): readonly ReadChange[] {
  const found: ReadChange[] = []
  for (let link = recent.newest; link && link.change.seq > after; link = link.older) {
    const { seq, author, changes, pieces } = link.change
    if (samePlace(link.change, place)) found.push({ seq, author, changes: readChanges(changes), pieces })
  }
  return found.reverse()
}

function shortened(recent: RecentChanges, window: number): RecentChanges {
  const kept: RecentChange[] = []
  let link = recent.newest
  for (; link && kept.length < window; link = link.older) kept.push(link.change)
  const newest = kept.reduceRight<Link | null>((older, change) => ({ change, older }), null)
  return { from: link?.change.seq ?? recent.from, count: kept.length, newest }
}
