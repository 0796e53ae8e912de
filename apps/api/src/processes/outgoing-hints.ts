import { keyOf, lettersOf, type Hint } from './hint.js'

/** Hints that wait at most; beyond that the oldest are dropped, as if they had been lost on the way. */
const MOST = 5_000

/** Gathers hints while the last letters are on their way, as the commit lane gathers entries: no timer. (MP2) */
export class OutgoingHints {
  private waiting = new Map<string, Hint>()
  private running: Promise<void> | null = null

  constructor(
    private readonly from: string,
    private readonly send: (letter: string) => Promise<void>,
    /** Told how many letters went, and how many were lost. */
    private readonly went: (sent: number, lost: number) => void,
  ) {}

  add(hint: Hint): void {
    const key = keyOf(hint)
    this.waiting.delete(key)
    this.waiting.set(key, hint)
    if (this.waiting.size > MOST) {
      const [oldest] = this.waiting.keys()
      this.waiting.delete(oldest ?? '')
    }
    this.running ??= this.run()
  }

  /** Resolves when nothing waits. */
  async idle(): Promise<void> {
    while (this.running) await this.running
  }

  private async run(): Promise<void> {
    // Whatever a commit stored in several logs goes in one letter.
    await new Promise(setImmediate)
    while (this.waiting.size > 0) {
      const hints = [...this.waiting.values()]
      this.waiting = new Map()
      for (const letter of lettersOf(this.from, hints)) await this.sendOne(letter)
    }
    this.running = null
  }

  private async sendOne(letter: string): Promise<void> {
    try {
      await this.send(letter)
      this.went(1, 0)
    } catch {
      // A hint that is lost costs a round, nothing else. (MP1)
      this.went(0, 1)
    }
  }
}
