import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common'
import type pg from 'pg'
import { CONFIG, type Config } from '../config/config.js'
import { appDriver } from './app-driver.js'
import { appAddress, APP_TIMEOUTS } from './data-source.js'
import { LANE_CONNECTIONS } from './lane-connections.js'
import { LaneQuestion } from './lane-question.js'

/**
 * The commit lane's own way to the database: straight through the driver, never waiting for a connection that others
 * hold, with a statement that PostgreSQL parses and plans once. Nothing else is asked often enough to need it.
 */
@Injectable()
export class LaneConnection implements OnApplicationShutdown {
  private readonly pool: pg.Pool
  /** Kept for good: to borrow one and give it back costs a quarter of what asking does. (decision 0014) */
  private readonly open = new Set<pg.PoolClient>()
  private readonly free: pg.PoolClient[] = []

  constructor(@Inject(CONFIG) config: Config) {
    const { Pool } = appDriver(config.dataDir)
    this.pool = new Pool({
      connectionString: appAddress(config),
      max: LANE_CONNECTIONS,
      idleTimeoutMillis: 0,
      connectionTimeoutMillis: 5_000,
      application_name: 'accord-lane',
      // Batches differ in nothing but their rows: planning anew would cost more than storing some.
      options: '-c plan_cache_mode=force_generic_plan',
      ...APP_TIMEOUTS,
    })
    // A connection that breaks before it was lent is replaced by the next one who asks.
    this.pool.on('error', () => undefined)
  }

  /** Asks the lane's one statement, which is a transaction of its own, and answers its one value when that is committed. */
  async ask(text: string, values: readonly Buffer[]): Promise<string | null> {
    const client = this.free.pop() ?? (await this.connect())
    try {
      return await new Promise((resolve, reject) =>
        client.query(new LaneQuestion({ text, values, resolve, reject })),
      )
    } finally {
      if (this.open.has(client)) this.free.push(client)
    }
  }

  async onApplicationShutdown(): Promise<void> {
    for (const client of this.open) this.close(client)
    await this.pool.end()
  }

  private async connect(): Promise<pg.PoolClient> {
    const client = await this.pool.connect()
    this.open.add(client)
    // Whoever asked is told by their answer; the next one who asks gets another connection.
    client.on('error', () => this.close(client))
    return client
  }

  private close(client: pg.PoolClient): void {
    if (!this.open.delete(client)) return
    const at = this.free.indexOf(client)
    if (at >= 0) this.free.splice(at, 1)
    client.release(true)
  }
}
