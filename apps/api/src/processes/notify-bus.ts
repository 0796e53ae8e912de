import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { HintBus, type BusListener } from './hint-bus.js'
import { LastingConnection } from './lasting-connection.js'

const CHANNEL = 'accord_hints'
const ANSWERS_WITHIN = 5_000
const FAREWELL = 500

/**
 * PostgreSQL's own NOTIFY, on one connection beside the pool: a NOTIFY inside the writing transaction would make
 * all writers wait for one lock until their commits are on disk. (MP3)
 */
export class NotifyBus extends HintBus {
  private connection: LastingConnection<pg.Client> | null = null
  private breakOff: () => void = () => undefined

  /**
   * @param address the application's, not the owner's
   * @param Client which knows the password
   */
  constructor(
    private readonly address: string,
    private readonly Client: typeof pg.Client,
  ) {
    super()
  }

  open(listener: BusListener): void {
    const connect = (lost: () => void) => this.connect(listener, lost)
    this.connection = new LastingConnection({ connect, end }, listener.opened)
    this.connection.open()
  }

  async send(letter: string): Promise<void> {
    const client = this.connection?.get()
    if (!client) throw new Error('the bus is not there')
    try {
      await client.query('SELECT pg_notify($1, $2)', [CHANNEL, letter])
    } catch (error) {
      // Perhaps the connection only seems to be there, and then nothing is heard either.
      this.breakOff()
      throw error
    }
  }

  async close(): Promise<void> {
    await this.connection?.close()
    this.connection = null
  }

  private async connect(listener: BusListener, lost: () => void): Promise<pg.Client> {
    const client = new this.Client({
      connectionString: this.address,
      application_name: 'accord-hints',
      keepAlive: true,
      connectionTimeoutMillis: ANSWERS_WITHIN,
      query_timeout: ANSWERS_WITHIN,
    })
    client.on('error', lost)
    client.on('end', lost)
    client.on('notification', ({ payload }) => listener.heard(payload ?? ''))
    try {
      await client.connect()
      // A letter is worth no wait for the disk: it does not outlive a crash anyway.
      await client.query('SET synchronous_commit TO off')
      await client.query(`LISTEN ${CHANNEL}`)
    } catch (error) {
      await end(client)
      throw error
    }
    this.breakOff = lost
    return client
  }
}

/** Whoever waits for a broken connection's farewell waits for long. */
async function end(client: pg.Client): Promise<void> {
  await Promise.race([client.end(), sleep(FAREWELL, undefined, { ref: false })]).catch(() => undefined)
  client.connection.stream.destroy()
}
