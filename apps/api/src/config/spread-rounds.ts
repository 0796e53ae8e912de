/**
 * Looks after everything there is again and again, few things at a time with pauses in between: many at once would stand in
 * the way of whoever types.
 */
export class SpreadRounds<Thing> {
  private timer: NodeJS.Timeout | null = null
  private stopped = false

  /**
   * @param time that a round takes, in ms, shared out among its looks; longer where they take more than half of their share
   * @param few that are looked after at once
   */
  constructor(
    private readonly everything: () => readonly Thing[],
    private readonly lookAfter: (few: readonly Thing[]) => Promise<unknown>,
    private readonly time: number,
    private readonly few = 100,
  ) {}

  begin(): void {
    this.after(this.time, () => this.look(this.everything()))
  }

  stop(): void {
    this.stopped = true
    if (this.timer) clearTimeout(this.timer)
  }

  private look(all: readonly Thing[]): Promise<void> {
    const share = this.time / Math.max(1, Math.ceil(all.length / this.few))
    const lookFrom = async (from: number): Promise<void> => {
      const upTo = from + this.few
      const began = performance.now()
      await this.lookAfter(all.slice(from, upTo))
      const pause = Math.max(share / 2, share - (performance.now() - began))
      this.after(pause, () => (upTo < all.length ? lookFrom(upTo) : this.look(this.everything())))
    }
    return lookFrom(0)
  }

  private after(pause: number, look: () => Promise<void>): void {
    if (this.stopped) return
    this.timer = setTimeout(() => void look().catch(() => this.begin()), pause).unref()
  }
}
