import pg from 'pg'
import { ensureWrappingKey, wrappingKeys } from '../history/wrapping-key.js'
import { appPassword } from './app-password.js'
import { sqlStateOf } from './failures.js'
import { PatientClient } from './patient-client.js'

type Connected = Parameters<pg.Pool['connect']>[0]

/** The password may be changed in between. */
const TRIES_A_KEY = 3
const WAIT_MS = 20

/**
 * pg for the application's role, whose password comes from the wrapping key and is read anew for each connection. While
 * one wrapping key takes over from another, whoever is refused tries the other's. (KR5)
 */
export function appDriver(dataDir: string): {
  readonly Client: typeof pg.Client
  readonly Pool: typeof pg.Pool
} {
  const passwords = new AppPasswords(dataDir)
  const Client = clientWith(passwords)
  return { Client, Pool: poolOf(Client, passwords) }
}

function clientWith(passwords: AppPasswords): typeof pg.Client {
  return class extends PatientClient {
    constructor(how?: string | pg.ClientConfig) {
      super(how)
      Object.assign(this, { password: () => passwords.next() })
    }

    override connect(): Promise<pg.Client>
    override connect(connected: (error: Error) => void): void
    override connect(connected?: (error: Error) => void): Promise<pg.Client> | undefined {
      if (connected) {
        super.connect((error: Error) => {
          passwords.heard(error)
          connected(error)
        })
        return undefined
      }
      return new Promise((resolve, reject) => {
        this.connect((error: Error | null) => (error ? reject(error) : resolve(this)))
      })
    }
  }
}

function poolOf(Client: typeof pg.Client, passwords: AppPasswords): typeof pg.Pool {
  return class extends pg.Pool {
    constructor(how?: pg.PoolConfig) {
      super(Object.assign({}, how, { Client }))
    }

    override connect(): Promise<pg.PoolClient>
    override connect(connected: Connected): void
    override connect(connected?: Connected): Promise<pg.PoolClient> | undefined {
      if (connected) {
        this.tryToConnect(connected, 1)
        return undefined
      }
      return new Promise((resolve, reject) => {
        this.tryToConnect((error, client) => (client ? resolve(client) : reject(error ?? new Error())), 1)
      })
    }

    private tryToConnect(connected: Connected, tries: number): void {
      super.connect((error, client, done) => {
        if (!isRefused(error) || tries >= passwords.mostTries()) connected(error, client, done)
        else setTimeout(() => this.tryToConnect(connected, tries + 1), WAIT_MS * tries)
      })
    }
  }
}

class AppPasswords {
  private turn = 0

  constructor(private readonly dataDir: string) {}

  next(): string {
    const keys = wrappingKeys(this.dataDir)
    const { key } = keys[this.turn % keys.length] ?? ensureWrappingKey(this.dataDir)
    return appPassword(key)
  }

  /** After a wrong one it is the other key's turn. */
  heard(error: unknown): void {
    if (isRefused(error)) this.turn += 1
  }

  mostTries(): number {
    return TRIES_A_KEY * Math.max(1, wrappingKeys(this.dataDir).length)
  }
}

function isRefused(error: unknown): boolean {
  return sqlStateOf(error) === '28P01'
}
