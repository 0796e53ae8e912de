import { samePlace } from '@accord/domain/goal/field'
import type { ClientState, Step } from '@accord/domain/sync/client-state'
import type { Look } from '@accord/domain/sync/wire'
import { carryLook } from './presence.js'

/** The server takes ten a second. */
const LEAST_APART = 110

interface OwnLookParts {
  readonly send: (at: Look | null) => void
  readonly state: () => ClientState | null
  readonly clock: () => number
}

/**
 * Tells the others where the own caret is, at most ten times a second, and only where it stands in confirmed words:
 * before that they would not know the words that it stands behind, and they carry it with what they are told.
 */
export class OwnLook {
  readonly #parts: OwnLookParts
  #wanted: Look | null = null
  #told: Look | null = null
  #toldAt = 0
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(parts: OwnLookParts) {
    this.#parts = parts
  }

  look(at: Look | null): void {
    this.#wanted = at
    this.tell()
  }

  /** The others carry the caret that they were told of as this does, so that it need not be told again. */
  carry(shown: Step['shown']): void {
    const me = this.#parts.state()?.me?.person
    for (const change of shown) {
      if (this.#told && samePlace(this.#told, change)) {
        this.#told = carryLook(this.#told, change.changes, change.author === me)
      }
    }
  }

  /** A new connection knows of no caret. */
  forget(): void {
    this.#told = null
  }

  tell(): void {
    const at = this.#wanted
    const state = this.#parts.state()
    if (state?.link !== 'live' || this.#timer !== null || sameLook(at, this.#told)) return
    if (at && state.pending.some((own) => own.kind === 'text' && samePlace(own, at))) return
    const wait = this.#toldAt + LEAST_APART - this.#parts.clock()
    if (wait > 0) {
      this.#timer = setTimeout(() => {
        this.#timer = null
        this.tell()
      }, wait)
      return
    }
    this.#told = at
    this.#toldAt = this.#parts.clock()
    this.#parts.send(at)
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }
}

function sameLook(a: Look | null, b: Look | null): boolean {
  if (!a || !b) return a === b
  return samePlace(a, b) && a.anchor === b.anchor && a.head === b.head
}
