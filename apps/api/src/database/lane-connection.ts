import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common'
import type pg from 'pg'
import { CONFIG, type Config } from '../config/config.js'
import { appDriver } from './app-driver.js'
import { appAddress, APP_TIMEOUTS } from './data-source.js'
import { LANE_CONNECTIONS } from './lane-connections.js'

/**
 * The commit lane's own way to the database: straight through the driver, never waiting for a connection that others
 * hold, with statements that PostgreSQL parses and plans once. Nothing else is asked often enough to need it.
 */
@Injectable()
export class LaneConnection implements OnApplicationShutdown {
  private readonly pool: pg.Pool

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
    // A connection that breaks while nobody uses it is replaced by the next one who asks.
    this.pool.on('error', () => undefined)
  }

  /** Asks a statement that is its own transaction. For the one statement of the lane: PostgreSQL knows it by one name. */
  async query<Rows>(text: string, values: unknown[]): Promise<Rows> {
    return (await this.pool.query({ name: 'lane', text, values })).rows as Rows
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end()
  }
}
