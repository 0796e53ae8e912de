import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Injectable, type OnModuleDestroy } from '@nestjs/common'
import { ThreadPool, type Outcome } from '../threads/thread-pool.js'
import type { PrintJob } from './printing-thread.js'

/** As it is built, wherever this file itself is run from. */
const THREAD = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../../dist/paper/printing-thread.js',
)
const LIMITS = { threads: 1, waiting: 8, time: 30_000, idle: 60_000 }

/** Prints reports and notes beside the loop that everybody's keystrokes go through: half a second of it would be felt. (RV14) */
@Injectable()
export class Press implements OnModuleDestroy {
  private readonly pool = new ThreadPool<PrintJob, Uint8Array>(THREAD, LIMITS)

  async print(job: PrintJob): Promise<Outcome<Uint8Array>> {
    return this.pool.run(job)
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool.close()
  }
}
