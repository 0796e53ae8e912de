const FIRST_WAIT = 400
const LONGEST_WAIT = 30_000

/** A wait before asking again: longer each time, and never the same in two tabs, so that they don't all come at once. */
export class Pause {
  readonly #random: () => number
  #timer: ReturnType<typeof setTimeout> | null = null
  #tries = 0

  /** @param random a number from 0 to below 1 */
  constructor(random: () => number) {
    this.#random = random
  }

  get isOn(): boolean {
    return this.#timer !== null
  }

  begin(then: () => void): void {
    this.end()
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#tries)
    this.#tries += 1
    this.#timer = setTimeout(
      () => {
        this.#timer = null
        then()
      },
      wait * (0.5 + this.#random()),
    )
  }

  /** Ends the wait without doing what waits. */
  end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  forgetTries(): void {
    this.#tries = 0
  }
}
