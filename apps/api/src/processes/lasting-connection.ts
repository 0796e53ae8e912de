import { setTimeout as sleep } from 'node:timers/promises'

const FIRST_WAIT = 50
const LONGEST_WAIT = 5_000

/** How a connection is made and ended. `lost` may be called at any time, also more than once. */
export interface Connecting<Connection> {
  readonly connect: (lost: () => void) => Promise<Connection>
  readonly end: (connection: Connection) => Promise<void>
}

/** Keeps one connection up: tried again after a moment, then later and later, never in step with others. (MP3) */
export class LastingConnection<Connection> {
  private current: Connection | null = null
  private readonly closing = new AbortController()
  private running: Promise<void> = Promise.resolve()

  constructor(
    private readonly how: Connecting<Connection>,
    private readonly opened: () => void,
  ) {}

  open(): void {
    this.running = this.run()
  }

  /** The connection while there is one. */
  get(): Connection | null {
    return this.current
  }

  async close(): Promise<void> {
    this.closing.abort()
    await this.running
  }

  private async run(): Promise<void> {
    for (let wait = FIRST_WAIT; !this.isClosed(); wait = Math.min(2 * wait, LONGEST_WAIT)) {
      if (await this.once()) wait = FIRST_WAIT
      if (!this.isClosed()) await this.pause(wait * (0.5 + Math.random()))
    }
  }

  /** One connection from its beginning to its end; false when there was none. */
  private async once(): Promise<boolean> {
    const over = new AbortController()
    const connection = await this.how.connect(() => over.abort()).catch(() => null)
    if (connection === null) return false
    this.current = connection
    if (!over.signal.aborted && !this.isClosed()) this.opened()
    await aborted(AbortSignal.any([over.signal, this.closing.signal]))
    this.current = null
    // It may be broken already, which is no news.
    await this.how.end(connection).catch(() => undefined)
    return true
  }

  private isClosed(): boolean {
    return this.closing.signal.aborted
  }

  private async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.closing.signal, ref: false }).catch(() => undefined)
  }
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
}
