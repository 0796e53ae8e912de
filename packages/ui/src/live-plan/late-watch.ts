/** How long words may wait for the server's answer before that is said, in ms. (LP13) */
const LATE_AFTER = 8_000

/** Whether what was written waits for an answer for longer than it ever should. */
export class LateWatch {
  readonly #onLate: () => void
  #timer: ReturnType<typeof setTimeout> | null = null
  #isLate = false

  constructor(onLate: () => void) {
    this.#onLate = onLate
  }

  get isLate(): boolean {
    return this.#isLate
  }

  /** @param isAnswered the server has just stored something of it, so the rest has not waited long */
  note(isWaiting: boolean, isAnswered: boolean): void {
    if (!isWaiting || isAnswered) this.stop()
    if (isWaiting) this.#timer ??= setTimeout(() => this.#becomeLate(), LATE_AFTER)
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#isLate = false
  }

  #becomeLate(): void {
    this.#isLate = true
    this.#onLate()
  }
}
