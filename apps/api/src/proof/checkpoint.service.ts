import type { LogId } from '@accord/domain/ids'
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { CONFIG, type Config } from '../config/config.js'
import { isStorageAway } from '../database/failures.js'
import { LOGGER, type Logger } from '../http/logging.js'
import { logBug } from '../http/refusal.filter.js'
import { CheckpointBook, CheckpointsBroken, type Latest, type LatestRestoration } from './checkpoint-book.js'
import { HeadsRepository } from './heads.repository.js'

/** How the checkpoints are. Times in ms. */
export type CheckpointState =
  | { readonly kind: 'none' }
  | { readonly kind: 'written'; readonly number: number; readonly at: number }
  | { readonly kind: 'failed'; readonly why: CheckpointFailure }
  /** The database has less of some logs than a checkpoint saw, or other entries. */
  | { readonly kind: 'contradicted'; readonly logs: number }

export type CheckpointFailure = 'disk-full' | 'not-writable' | 'broken' | 'storage-away' | 'unexpected'

const LOOKS_PER_INTERVAL = 12

/** Signs checkpoints over all logs: at an interval, after many entries, and when somebody needs one. (HI15) */
@Injectable()
export class CheckpointService implements BeforeApplicationShutdown {
  private turn: Promise<unknown> = Promise.resolve()
  private round: NodeJS.Timeout | null = null
  private lastLook = 0
  private comparedAt: number | null = null
  private known: CheckpointState = { kind: 'none' }

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly heads: HeadsRepository,
    private readonly book: CheckpointBook,
    private readonly clock: Clock,
  ) {}

  /** Begins to sign at intervals. Not in the house that fills the demo, where it is another day. */
  begin(): void {
    const { intervalMs } = this.config.checkpoints
    this.lastLook = this.clock.now() - intervalMs
    const look = () => void this.look()
    this.round = setInterval(look, Math.ceil(intervalMs / LOOKS_PER_INTERVAL)).unref()
    look()
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (!this.round) return
    clearInterval(this.round)
    this.round = null
    // What was written last is covered before the house is dark.
    await this.attempt(() => this.write())
  }

  state(): CheckpointState {
    return this.known
  }

  /** When all logs were last compared with what checkpoints saw of them, in ms; null for not yet. */
  lastComparison(): number | null {
    return this.comparedAt
  }

  /** The newest checkpoint, of whichever process. Null when there is none or it cannot be read. */
  async latest(): Promise<Latest | null> {
    return this.attempt(() => {
      this.book.catchUp()
      return this.book.latest()
    })
  }

  /** The newest restoration as it was read with {@link latest}; null where there was none. (HI19) */
  latestRestoration(): LatestRestoration | null {
    return this.book.latestRestoration()
  }

  /** A checkpoint that covers an entry of a log, signed now where there is none. Null when none can be had. */
  async covering(log: LogId, seq: number): Promise<Latest | null> {
    return this.attempt(async () => {
      this.book.catchUp()
      const covered = this.book.headOf(log)
      if (!covered || covered.seq < seq) await this.write()
      return (this.book.headOf(log)?.seq ?? -1) >= seq ? this.book.latest() : null
    })
  }

  private async look(): Promise<void> {
    const { intervalMs, entries } = this.config.checkpoints
    await this.attempt(async () => {
      const isDue = this.clock.now() - this.lastLook >= intervalMs
      const fresh = (await this.heads.count()) - this.book.covered()
      if (isDue || fresh >= entries) await this.write()
    })
  }

  private async write(): Promise<void> {
    const now = this.clock.now()
    this.lastLook = now
    const contradicted = await this.heads.locked((heads) => {
      this.book.catchUp()
      const changed = this.book.advanced(heads)
      if (changed.length > 0) this.book.write(changed, now)
      return this.book.contradicted(heads)
    })
    this.comparedAt = now
    this.become(this.stateOf(contradicted))
  }

  private stateOf(contradicted: readonly LogId[]): CheckpointState {
    if (contradicted.length > 0) return { kind: 'contradicted', logs: contradicted.length }
    const last = this.book.latest()?.kept.checkpoint
    return last ? { kind: 'written', number: last.number, at: last.time } : { kind: 'none' }
  }

  /** One after the other. The house goes on without checkpoints, and says so. (HI15) */
  private attempt<T>(work: () => T | Promise<T>): Promise<T | null> {
    const done = this.turn.then(work).catch((error: unknown) => {
      this.become({ kind: 'failed', why: failureOf(error, this.logger) })
      return null
    })
    this.turn = done
    return done
  }

  /** Said once, not at every look. */
  private become(state: CheckpointState): void {
    const before = this.known
    this.known = state
    if (state.kind === 'failed' && (before.kind !== 'failed' || before.why !== state.why)) {
      this.logger.error({ event: 'checkpoint-failed', why: state.why })
    }
    if (state.kind === 'contradicted' && before.kind !== 'contradicted') {
      this.logger.error({ event: 'checkpoint-contradicted', logs: state.logs })
    }
  }
}

/** A bug is told in the log, and keeps nobody from their work. */
function failureOf(error: unknown, logger: Logger): CheckpointFailure {
  if (error instanceof CheckpointsBroken) return 'broken'
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full'
  if (typeof code === 'string' && FILE_CODES.includes(code)) return 'not-writable'
  if (isStorageAway(error)) return 'storage-away'
  logBug(logger, error)
  return 'unexpected'
}

const FILE_CODES = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'EIO', 'EFBIG']
