import type { ChangeSet } from '@codemirror/state'
import { samePlace } from '@accord/domain/goal/field'
import type { PersonId } from '@accord/domain/ids'
import type { ClientState, Step } from '@accord/domain/sync/client-state'
import type { Look, LookedMessage, Present } from '@accord/domain/sync/wire'

type Shown = Step['shown'][number]

/** Everybody there after somebody came, moved or went. */
export function withLooked(
  here: readonly Present[],
  message: LookedMessage,
  state: ClientState,
): readonly Present[] {
  const { who, gone } = message
  const others = here.filter((one) => one.connection !== who.connection)
  return gone ? others : [...others, presentShown(who, state)]
}

/** A caret comes in the coordinates of confirmed words; on screen the own unsent words stand between. */
export function presentShown(who: Present, state: ClientState): Present {
  let { at } = who
  for (const own of state.pending) {
    if (at && own.kind === 'text' && samePlace(own, at)) at = carryLook(at, own.changes, false)
  }
  return { ...who, at }
}

/** Carets move with the text. */
export function carryLooks(here: readonly Present[], shown: Step['shown']): readonly Present[] {
  return shown.reduce((carried, change) => carried.map((who) => carriedBy(who, change)), here)
}

function carriedBy(who: Present, change: Shown): Present {
  if (!who.at || !samePlace(who.at, change)) return who
  return { ...who, at: carryLook(who.at, change.changes, who.person === change.author) }
}

/** A writer's own caret comes to stand behind what they wrote; everybody else's stays before it. */
export function carryLook(at: Look, changes: ChangeSet, isOwn: boolean): Look {
  const end = isOwn ? endOfTyping(changes) : null
  if (end !== null) return { ...at, anchor: end, head: end }
  const moved = (offset: number) => changes.mapPos(Math.min(offset, changes.length), -1)
  return { ...at, anchor: moved(at.anchor), head: moved(at.head) }
}

function endOfTyping(changes: ChangeSet): number | null {
  const ends: number[] = []
  changes.iterChanges((_from, _to, _fromAfter, toAfter) => ends.push(toAfter))
  return ends.at(-1) ?? null
}

/** The others: not this person's own other tabs. */
export function othersThan(me: PersonId | null, here: readonly Present[]): readonly Present[] {
  return here.filter((who) => who.person !== me)
}
