/** Does something again and again, with a pause in between, so that no round begins before the last one has ended. */
export class Rounds {
  private timer: NodeJS.Timeout | null = null
  private stopped = false

  /** @param pause in ms */
  constructor(
    private readonly round: () => Promise<void>,
    private readonly pause: number,
  ) {}

  begin(): void {
    if (this.stopped) return
    this.timer = setTimeout(() => {
      void this.round().finally(() => this.begin())
    }, this.pause).unref()
  }

  stop(): void {
    this.stopped = true
    if (this.timer) clearTimeout(this.timer)
  }
}
