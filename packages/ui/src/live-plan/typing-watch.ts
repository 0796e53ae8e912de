import { placeOf, samePlace } from '@accord/domain/goal/field'
import type { PersonId } from '@accord/domain/ids'
import type { Step } from '@accord/domain/sync/client-state'
import type { Typing } from './live-plan.js'

/** How long after their last change somebody still counts as typing, in ms. */
const STILL_AFTER = 2_000

interface Watched extends Typing {
  readonly timer: ReturnType<typeof setTimeout>
}

/** Who else is typing where; they stop two seconds after their last change. */
export class TypingWatch {
  readonly #onStill: () => void
  #watched: readonly Watched[] = []

  constructor(onStill: () => void) {
    this.#onStill = onStill
  }

  get typing(): readonly Typing[] {
    return this.#watched.map(({ person, ...place }) => ({ person, ...placeOf(place) }))
  }

  noteChanges(shown: Step['shown'], me: PersonId | null): void {
    for (const { author, ...place } of shown) {
      if (author !== null && author !== me) this.#note({ person: author, ...placeOf(place) })
    }
  }

  stop(): void {
    for (const one of this.#watched) clearTimeout(one.timer)
    this.#watched = []
  }

  #note(typing: Typing): void {
    const others = this.#watched.filter((one) => one.person !== typing.person || !samePlace(one, typing))
    for (const one of this.#watched) if (!others.includes(one)) clearTimeout(one.timer)
    const timer = setTimeout(() => {
      this.#watched = this.#watched.filter((one) => one.timer !== timer)
      this.#onStill()
    }, STILL_AFTER)
    this.#watched = [...others, { ...typing, timer }]
  }
}
