/** Runs tasks one at a time, in the order in which they came. A task that needs no waiting runs at once. */
export class TurnQueue {
  private readonly tasks: (() => Promise<void> | void)[] = []
  private running = false
  private settled: Promise<void> = Promise.resolve()

  /** @param failed is told what a task threw; the next one runs all the same */
  constructor(private readonly failed: (error: unknown) => void) {}

  run(task: () => Promise<void> | void): void {
    this.tasks.push(task)
    if (!this.running) this.settled = this.drain()
  }

  /** Runs a task before those that wait. */
  runNext(task: () => Promise<void> | void): void {
    this.tasks.unshift(task)
    if (!this.running) this.settled = this.drain()
  }

  /** Resolves when every task that was given so far is done. */
  async idle(): Promise<void> {
    while (this.running) await this.settled
  }

  private async drain(): Promise<void> {
    this.running = true
    for (let task = this.tasks.shift(); task; task = this.tasks.shift()) {
      try {
        const pending = task()
        if (pending) await pending
      } catch (error) {
        this.failed(error)
      }
    }
    this.running = false
  }
}
