import { createDecipheriv } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { LogId } from '@accord/domain/ids'
import type { DataSource } from 'typeorm'
import { KeyStore } from '../../src/history/key-store.js'
import { logKeyDirectory } from '../../src/history/wrapping-key.js'

/** The words that a column yields, by its name. */
export type Opened = ReadonlyMap<string, ReadonlySet<string>>

const NONCE = 12
const TAG = 16

/** Everything that stands in each column, by its name. */
export type Standing = ReadonlyMap<string, readonly unknown[]>

export async function standingIn(owner: DataSource): Promise<Standing> {
  const columns = new Map<string, unknown[]>()
  const tables: { name: string }[] = await owner.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  )
  for (const { name } of tables) {
    const rows: Record<string, unknown>[] = await owner.query(`SELECT * FROM "${name}"`)
    for (const [column, value] of rows.flatMap((row) => Object.entries(row))) {
      const known = columns.get(`${name}.${column}`)
      if (known) known.push(value)
      else columns.set(`${name}.${column}`, [value])
    }
  }
  return columns
}

/**
 * Every word of a kind that the tables yield to whoever has all keys that the key store still opens, each tried on
 * everything that is sealed, whatever place it was sealed for.
 */
export async function wordsOpened(owner: DataSource, dataDir: string, word: RegExp): Promise<Opened> {
  return wordsIn(await standingIn(owner), dataDir, word)
}

/** The same of what stood there once, and may still lie on some disk. */
export function wordsIn(standing: Standing, dataDir: string, word: RegExp): Opened {
  const keys = keysIn(dataDir)
  const found = [...standing].map(([column, values]) => {
    const words = values.flatMap((value) => textsOf(value, keys)).flatMap((text) => text.match(word) ?? [])
    return [column, new Set(words)] as const
  })
  return new Map(found.filter(([, words]) => words.size > 0))
}

/** Every key that opens. */
export function keysIn(dataDir: string): readonly Buffer[] {
  const store = new KeyStore(dataDir)
  return readdirSync(logKeyDirectory(dataDir)).flatMap((file) => {
    try {
      return [store.open(path.basename(file, '.json') as LogId).key]
    } catch {
      // Destroyed: it opens nothing, for us neither.
      return []
    }
  })
}

function textsOf(value: unknown, keys: readonly Buffer[]): readonly string[] {
  if (!Buffer.isBuffer(value)) return [JSON.stringify(value)]
  if (value.length <= NONCE + TAG) return [value.toString('latin1')]
  return [value.toString('latin1'), ...keys.map((key) => unsealed(value, key))]
}

/** The same key stream without the seal, which would ask for the right place. */
function unsealed(sealed: Buffer, key: Buffer): string {
  const counter = Buffer.concat([sealed.subarray(0, NONCE), Buffer.from([0, 0, 0, 2])])
  return createDecipheriv('aes-256-ctr', key, counter).update(sealed.subarray(NONCE, -TAG)).toString('latin1')
}
