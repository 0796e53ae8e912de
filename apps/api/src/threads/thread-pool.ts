import { Worker } from 'node:worker_threads'

/** What became of a job: what was made of it, and by which thread; or why nothing was. */
export type Outcome<Made> =
  | { readonly kind: 'made'; readonly made: Made; readonly thread: number }
  | { readonly kind: 'busy' | 'too-slow' }

/** Bounds of a pool; times in ms. */
export interface PoolLimits {
  readonly threads: number
  /** Jobs that wait for a thread at most; those beyond are turned away at once. */
  readonly waiting: number
  /** How long a thread may take for one job. */
  readonly time: number
  /** How long a thread stays that has nothing to do. */
  readonly idle: number
}

interface Job<Asked, Made> {
  readonly asked: Asked
  readonly resolve: (outcome: Outcome<Made>) => void
  readonly reject: (error: Error) => void
}

/**
 * A few threads for work that would hold up everybody: each is given one job at a time and answers with one message.
 * A thread that fails or takes too long is replaced; its job is told, and no other.
 */
export class ThreadPool<Asked, Made> {
  private readonly threads = new Set<Worker>()
  private readonly resting = new Map<Worker, NodeJS.Timeout>()
  private readonly jobs: Job<Asked, Made>[] = []
  private isClosed = false

  /** @param file path of the threads' program: built JavaScript */
  constructor(
    private readonly file: string,
    private readonly limits: PoolLimits,
  ) {}

  run(asked: Asked): Promise<Outcome<Made>> {
    const { threads, waiting } = this.limits
    const free = this.resting.size + threads - this.threads.size
    if (this.isClosed || this.jobs.length >= waiting + free) return Promise.resolve({ kind: 'busy' })
    return new Promise((resolve, reject) => {
      this.jobs.push({ asked, resolve, reject })
      this.goOn()
    })
  }

  /** Ends all threads; what waits is turned away. */
  async close(): Promise<void> {
    this.isClosed = true
    for (const { resolve } of this.jobs.splice(0)) resolve({ kind: 'busy' })
    await Promise.all([...this.threads].map((thread) => this.end(thread)))
  }

  private goOn(): void {
    while (this.jobs.length > 0) {
      const thread = this.freeThread()
      const job = thread && this.jobs.shift()
      if (!job) return
      this.work(thread, job)
    }
  }

  private freeThread(): Worker | null {
    const [rested] = this.resting
    if (rested) {
      const [thread, timer] = rested
      clearTimeout(timer)
      this.resting.delete(thread)
      return thread
    }
    if (this.threads.size >= this.limits.threads) return null
    const thread = new Worker(this.file)
    // The process ends when everything else has: nobody waits for a thread at rest.
    thread.unref()
    this.threads.add(thread)
    return thread
  }

  private work(thread: Worker, { asked, resolve, reject }: Job<Asked, Made>): void {
    const { threadId } = thread
    const timer = setTimeout(() => lost(() => resolve({ kind: 'too-slow' })), this.limits.time)
    const settled = () => {
      clearTimeout(timer)
      for (const event of ['message', 'error', 'exit']) thread.removeAllListeners(event)
    }
    const lost = (tell: () => void) => {
      settled()
      tell()
      void this.end(thread).then(() => this.goOn())
    }
    thread.once('message', (made: Made) => {
      settled()
      this.rest(thread)
      resolve({ kind: 'made', made, thread: threadId })
      this.goOn()
    })
    thread.once('error', (error) => lost(() => reject(error)))
    thread.once('exit', () => lost(() => resolve({ kind: 'busy' })))
    thread.postMessage(asked)
  }

  private rest(thread: Worker): void {
    const timer = setTimeout(() => void this.end(thread), this.limits.idle)
    timer.unref()
    this.resting.set(thread, timer)
  }

  private async end(thread: Worker): Promise<void> {
    clearTimeout(this.resting.get(thread))
    this.resting.delete(thread)
    this.threads.delete(thread)
    await thread.terminate()
  }
}
