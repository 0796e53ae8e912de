import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { takeBackup } from '../../src/backup/take-backup.js'
import { startTestApi, type TestApi } from '../api.js'
import { ownPostgres, type OwnPostgres } from '../own-postgres.js'
import { plantEverywhere, type Planted } from './planted.js'
import { speakEverywhere } from './spoken.js'
import { aWorld } from './world.js'

jest.setTimeout(60_000)

/**
 * What lies open in the database, because people are found and reached by it, and what a clinic calls its own forms. All
 * else that anybody types is encrypted.
 * `docs/security.md` names the same. [HD5]
 */
const OPEN_COLUMNS = [
  'client_profile.emergency_name',
  'client_profile.emergency_relation',
  'client_profile.pronouns',
  'consent_text.points',
  'consent_text.reason',
  'consent_text.title',
  'consent_text.words',
  'note_template.name',
  'note_template.sections',
  'person.email',
  'person.name',
  'wording_decision.instead',
  'wording_decision.reason',
  'wording_decision.words',
]

let server: OwnPostgres
let api: TestApi
let planted: readonly Planted[]

beforeAll(async () => {
  server = await ownPostgres()
  const freely = { operationsPerSecond: 1e6, operationBurst: 1e6 }
  const limits = { attemptsPerAccount: 1e6, attemptsPerAddress: 1e6 }
  api = await startTestApi({ server: server.url, isWatched: true, limits, live: freely })
  const world = await aWorld(api)
  for (const { audience, cookie } of world.askers) {
    for (const at of [`cases/${CANARY}`, `cases?${CANARY}=1`, `audit?case=${CANARY}`, CANARY])
      await api.ask(audience, `/api/${at}`, { cookie, headers: { 'user-agent': CANARY, referer: CANARY } })
  }
  planted = [...(await speakEverywhere(api, world)), ...(await plantEverywhere(api, world))]
})
afterAll(async () => {
  await api.stop()
  await server.remove()
})

/** The part that every planted word has. */
const CANARY = 'xylograph'
const WORD = /q[sz]\d+xylograph/g
const isIn = (bytes: Buffer | string) => bytes.includes(CANARY)

it('[HD4] words go into every field that takes words, and most of them are kept', () => {
  const kept = new Set(planted.filter(({ status }) => status < 300).map(({ at }) => at))
  process.stdout.write(`canaries: ${planted.length} words planted, ${kept.size} fields kept theirs\n`)
  expect(kept.size).toBeGreaterThanOrEqual(50)
})

it('[HD4] [A18] no log, no figure and no event of the audit holds one', async () => {
  const { host = '', port = 0 } = api.config.watch ?? {}
  const figures = await (await fetch(`http://${host}:${port}/metrics`)).text()
  const events: { row: string }[] = await api.owner.query('SELECT a::text AS row FROM audit_event a')
  expect(events.length).toBeGreaterThan(30)
  expect(figures).toContain('accord_')
  for (const text of [api.lines.join(''), figures, JSON.stringify(events)]) expect(isIn(text)).toBe(false)
})

describe('whoever takes the database away', () => {
  it('[HD5] finds names and how to reach people in its tables, and no word of theirs', async () => {
    const found = new Set<string>()
    const tables: { name: string }[] = await api.owner.query(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    )
    for (const { name } of tables) {
      const rows: { row: object }[] = await api.owner.query(`SELECT to_jsonb(t) AS row FROM "${name}" t`)
      for (const [column, value] of rows.flatMap(({ row }) => Object.entries(row))) {
        const text = JSON.stringify(value)
        // Bytes are shown in hex.
        if (isIn(text) || isIn(Buffer.from(text.replace(/^"\\\\x/, ''), 'hex')))
          found.add(`${name}.${column}`)
      }
    }
    expect([...found].filter((column) => !OPEN_COLUMNS.includes(column))).toEqual([])
    expect(found).toContain('person.name')
  })

  it('[HD5] finds no word of theirs in any of its files or logs, nor in what Accord keeps beside it', async () => {
    await api.owner.query('CHECKPOINT')
    const openWords = await openWordsOf(api)
    const files = [...filesBelow(server.folder), ...filesBelow(api.config.dataDir)]
    expect(files.length).toBeGreaterThan(1_000)
    const found = files.filter((file) => {
      const bytes = readFileSync(file).toString('latin1')
      const words = bytes.match(WORD) ?? []
      return words.some((word) => !openWords.has(word))
    })
    expect(found).toEqual([])
  })

  it('[HD5] [B1] finds nothing at all in a backup without its key', async () => {
    const to = path.join(api.config.dataDir, 'taken.backup')
    const { dataDir, checkpoints, databaseUrl } = api.config
    await takeBackup({ dataDir, checkpoints, databaseUrl, to, key: Buffer.alloc(32, 5), now: Date.now() })
    const bytes = readFileSync(to)
    expect(bytes.length).toBeGreaterThan(10_000)
    expect(isIn(bytes)).toBe(false)
  })
})

/** The words that were put into what lies open, as any look at its tables shows them, or showed before they were changed. */
async function openWordsOf({ owner }: TestApi): Promise<ReadonlySet<string>> {
  const tables = [...new Set(OPEN_COLUMNS.map((column) => column.split('.')[0] ?? ''))]
  const sql = tables.map((table) => `SELECT t::text AS row FROM ${table} t`).join(' UNION ALL ')
  const rows: { row: string }[] = await owner.query(sql)
  const changed = planted
    .filter(({ at }) =>
      /^(POST|PUT) \/api\/(clients|staff|note-forms|clinic\/(consent-texts|wording))/.test(at),
    )
    .map(({ word }) => word)
  return new Set([...changed, ...rows.flatMap(({ row }) => row.match(WORD) ?? [])])
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}
