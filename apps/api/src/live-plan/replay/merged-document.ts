import type { Transaction, Version } from './trace.js'

/** One character that was ever typed, in its place among all others. */
interface Character {
  readonly text: string
  readonly agent: number
  /** Number of the agent's transaction that typed it, from 0. */
  readonly number: number
  /** What stood before and after it for its writer; null at the ends. */
  readonly before: Character | null
  readonly after: Character | null
  /** Who took it out, with which of their transactions. */
  readonly removedBy: (readonly [agent: number, number: number])[]
}

/** What an agent has before their eyes. */
interface View {
  seen: Version
  shown: Character[]
}

/** A change of the merged document. Positions are code points. */
export interface LinearPatch {
  readonly at: number
  readonly removes: number
  readonly inserts: string
}

/**
 * The document that all writers of a trace come to: characters are placed between what their writer saw on both
 * sides, and of two typed at one place at once the lower agent's stands first (the rule of YATA).
 */
export class MergedDocument {
  private readonly characters: Character[] = []
  private readonly views = new Map<number, View>()
  /** How many characters are shown before a place. */
  private readonly counted = { upTo: 0, shown: 0 }

  /** Takes a transaction in and says what it changes in the document of everybody. */
  apply({ agent, patches }: Transaction, seen: Version): readonly LinearPatch[] {
    const view = this.viewOf(agent, seen)
    const number = seen[agent] ?? 0
    view.seen = seen.map((count, who) => (who === agent ? count + 1 : count))
    return patches.flatMap(([at, removes, inserts]) => [
      ...view.shown.splice(at, removes).flatMap((character) => this.remove(character, agent, number) ?? []),
      ...Array.from(inserts).map((text, offset) => this.insert(view, at + offset, { text, agent, number })),
    ])
  }

  private viewOf(agent: number, seen: Version): View {
    const known = this.views.get(agent)
    if (known?.seen.every((count, who) => count === seen[who])) return known
    const view = { seen, shown: this.characters.filter((character) => isShown(character, seen)) }
    this.views.set(agent, view)
    return view
  }

  private remove(character: Character, agent: number, number: number): LinearPatch | null {
    const wasThere = character.removedBy.length === 0
    const at = this.shownBefore(this.characters.indexOf(character))
    character.removedBy.push([agent, number])
    return wasThere ? { at, removes: 1, inserts: '' } : null
  }

  private insert(view: View, at: number, typed: Pick<Character, 'text' | 'agent' | 'number'>): LinearPatch {
    const before = at === 0 ? null : (view.shown[at - 1] ?? null)
    const left = before ? this.characters.indexOf(before) : -1
    const right = this.nextKnown(left + 1, view.seen)
    const index = this.placeBetween(left, right, typed.agent)
    const character: Character = { ...typed, before, after: this.characters[right] ?? null, removedBy: [] }
    const shownAt = this.shownBefore(index)
    this.characters.splice(index, 0, character)
    view.shown.splice(at, 0, character)
    return { at: shownAt, removes: 0, inserts: typed.text }
  }

  /** Among characters that the writer did not know, typed between the same two. */
  private placeBetween(left: number, right: number, agent: number): number {
    let place = left + 1
    let isConflicting = false
    for (let at = left + 1; at < right; at++) {
      const other = this.characters[at]
      if (!other) break
      if (!isConflicting) place = at
      const otherLeft = other.before ? this.characters.indexOf(other.before) : -1
      if (otherLeft < left) break
      if (otherLeft === left) {
        const otherRight = other.after ? this.characters.indexOf(other.after) : this.characters.length
        if (otherRight === right && agent < other.agent) break
        isConflicting = otherRight < right
      }
      if (at === right - 1 && !isConflicting) place = right
    }
    return place
  }

  /** The next character that the version knows, also one that was taken out. */
  private nextKnown(from: number, seen: Version): number {
    for (let at = from; at < this.characters.length; at++) {
      const character = this.characters[at]
      if (character && character.number < (seen[character.agent] ?? 0)) return at
    }
    return this.characters.length
  }

  /** Counts from where it was asked last, which was close by; nothing before that place has changed since. */
  private shownBefore(index: number): number {
    const { counted } = this
    for (; counted.upTo < index; counted.upTo++) counted.shown += this.isThere(counted.upTo)
    for (; counted.upTo > index; counted.upTo--) counted.shown -= this.isThere(counted.upTo - 1)
    return counted.shown
  }

  private isThere(index: number): 0 | 1 {
    return this.characters[index]?.removedBy.length === 0 ? 1 : 0
  }
}

function isShown(character: Character, seen: Version): boolean {
  if (character.number >= (seen[character.agent] ?? 0)) return false
  return !character.removedBy.some(([who, which]) => which < (seen[who] ?? 0))
}
