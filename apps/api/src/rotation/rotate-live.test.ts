import { spawn } from 'node:child_process'
import { cpSync, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { LogId } from '@accord/domain/ids'
import type { TextPlace } from '@accord/domain/goal/field'
import pg from 'pg'
import { startTestApi, type TestApi } from '../../test/api.js'
import { openPlan, planOf, startGoal, type } from '../../test/live/clients.js'
import { createBlankDatabase } from '../../test/live/database.js'
import { ownPostgres, type OwnPostgres } from '../../test/own-postgres.js'
import { aHouse, type House } from '../../test/people.js'
import { startSecond } from '../../test/second-process.js'
import { logKeyIn } from '../backup/backup-files.js'
import { readBackup } from '../backup/read-backup.js'
import { restoreBackup } from '../backup/restore-backup.js'
import { takeBackup } from '../backup/take-backup.js'
import { appPassword } from '../database/app-password.js'
import { migrate } from '../database/migrate.js'
import { KeyMissing, KeyStore } from '../history/key-store.js'
import { logKeyFile } from '../history/key-files.js'
import { newUuid } from '../history/new-uuid.js'
import { verifyDatabase } from '../history/verify-database.js'
import type { VerifiedLog } from '../history/verify-log.js'
import { unwrapLogKey } from '../history/wrapped-key.js'
import { ensureWrappingKey, keyDirectory, wrappingKeys } from '../history/wrapping-key.js'
import type { LiveClient } from '../live-plan/replay/live-client.js'
import { message } from '../messages/message.js'
import { SecretBox } from '../secrets/secret-box.js'

jest.setTimeout(60_000)

const DIST = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../dist/rotation')
const KEY = Buffer.alloc(32, 5)
/** The command's own code, killed when half of the keys are moved. */
const KILLED = `
  import { rotateKeys } from ${JSON.stringify(path.join(DIST, 'rotate-keys.js'))}
  const reached = (step, moved, all) => {
    if (step === 'left' && moved >= all / 2) process.kill(process.pid, 'SIGKILL')
  }
  await rotateKeys({ dataDir: process.argv[1], now: 0, changePassword: async () => {}, reached })`

let postgres: OwnPostgres
let api: TestApi
let second: TestApi
let house: House
let plan: LogId
let place: TextPlace
let writers: readonly [LiveClient, LiveClient]
const ended: (() => Promise<void>)[] = []

/** How a program ended: its code or signal, and what it said. */
async function run(args: readonly string[]): Promise<readonly [number | string | null, string]> {
  const { PATH = '' } = process.env
  const env = { PATH, DATABASE_URL: api.config.databaseUrl, ACCORD_DATA_DIR: api.config.dataDir }
  const child = spawn(process.execPath, args, { env })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (said += part.toString()))
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve([code ?? signal, said])))
}

const command = () => run([path.join(DIST, 'rotate-key.cli.js')])
const numbers = () => wrappingKeys(api.config.dataDir).map(({ number }) => number)
const backUp = (name: string) => {
  const { dataDir, checkpoints, databaseUrl } = api.config
  const to = path.join(dataDir, name)
  return takeBackup({ dataDir, checkpoints, databaseUrl, to, key: KEY, now: Date.now() }).then(() => to)
}

/** People who type on two processes, each word saved, until it is over. */
function keepTyping(): () => Promise<number> {
  let isOver = false
  let words = 0
  const typing = writers.map(async (writer) => {
    while (!isOver) {
      type(writer, place, 0, 'ab ')
      await writer.saved()
      words += 1
      // Twenty operations a second are one person's.
      await sleep(80)
    }
  })
  return async () => {
    isOver = true
    await Promise.all(typing)
    return words
  }
}

async function whileAnotherRotates<T>(work: () => Promise<T>): Promise<T> {
  const other = new pg.Client({ connectionString: api.config.databaseUrl })
  await other.connect()
  await other.query('SELECT pg_advisory_lock(4107312)')
  return work().finally(() => other.end())
}

async function signsInAs(wrapping: Buffer): Promise<boolean> {
  const url = new URL(api.config.databaseUrl)
  Object.assign(url, { username: 'accord_app', password: appPassword(wrapping) })
  const client = new pg.Client({ connectionString: url.href })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function flawsOf(settings: { databaseUrl: string; dataDir: string }): Promise<readonly VerifiedLog[]> {
  const logs: VerifiedLog[] = []
  await verifyDatabase(settings, (log) => logs.push(log))
  expect(logs.length).toBeGreaterThan(0)
  return logs.filter(({ flaw, isErased }) => flaw !== null || isErased)
}

beforeAll(async () => {
  postgres = await ownPostgres()
  ended.push(() => postgres.remove())
  api = await startTestApi({ server: postgres.url })
  ended.push(() => api.stop())
  second = await startSecond(api)
  ended.push(() => second.stop())
  house = await aHouse(api)
  plan = await planOf(api, house)
  writers = [await openPlan(api, house, 'client', plan), await openPlan(second, house, 'practitioner', plan)]
  place = await startGoal(writers[0])
  await writers[1].until((state) => state.confirmed?.goals[place.goal] !== undefined)
})
afterAll(async () => {
  for (const writer of writers) writer.close()
  for (const end of ended.reverse()) await end()
})

/** Another process than those that serve makes logs of its own all the while. */
function keepMaking(): () => Map<LogId, Buffer> {
  const keys = second.app.get(KeyStore)
  const made = new Map<LogId, Buffer>()
  const timer = setInterval(() => {
    const log = newUuid(Date.now()) as LogId
    made.set(log, keys.create(log).key)
  }, 5)
  return () => {
    clearInterval(timer)
    return made
  }
}

describe('npm run rotate-key, while people type', () => {
  it('[KR1] [KR2] [KR4] [KR5] [KR8] [KR9] [KR10] is killed half-way, finished and run again: nothing is lost, no edit refused, the old keys are gone', async () => {
    const { dataDir } = api.config
    const first = ensureWrappingKey(dataDir)
    const sealed = api.app.get(SecretBox).seal(house.clinic, 'a place', 'words')
    const copy = path.join(postgres.folder, 'copy')
    cpSync(keyDirectory(dataDir), keyDirectory(copy), { recursive: true })
    const before = await backUp('before.backup')
    const [stopTyping, stopMaking] = [keepTyping(), keepMaking()]
    expect(await run(['--input-type=module', '-e', KILLED, dataDir])).toEqual(['SIGKILL', ''])
    expect([numbers(), existsSync(path.join(keyDirectory(dataDir), 'logs'))]).toEqual([[2, 1], true])
    expect(await migrate(api.config)).toEqual([message('start.rotation-unfinished')])
    const halfWay = await backUp('half-way.backup')
    expect(await whileAnotherRotates(command)).toEqual([1, `${message('rotate.busy')}\n`])
    const [finished, again] = [await command(), await command()]
    expect([finished[0], again[0]]).toEqual([0, 0])
    expect(finished[1]).toContain('What an earlier run had begun is finished')
    expect(again[1]).toContain('Wrapping key 3 has taken over')
    // Whoever connects anew signs in with the new password.
    await api.owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'accord_app'`,
    )
    const made = stopMaking()
    expect(await stopTyping()).toBeGreaterThan(10)
    for (const writer of writers) type(writer, place, 0, 'afterwards ')
    for (const writer of writers) await writer.saved()
    expect(writers.map(({ state }) => state.refused)).toEqual([[], []])
    expect(readdirSync(keyDirectory(dataDir)).sort()).toEqual(['logs-3', 'retired.jsonl', 'wrapping-3.key'])
    expect([await signsInAs(first.key), await signsInAs(ensureWrappingKey(dataDir).key)]).toEqual([
      false,
      true,
    ])
    expect(second.app.get(SecretBox).open(house.clinic, 'a place', sealed)).toBe('words')
    const fresh = new KeyStore(dataDir)
    expect(made.size).toBeGreaterThan(10)
    for (const [log, key] of made) expect(fresh.open(log).key.equals(key)).toBe(true)
    const [late] = [...made.keys()].slice(-1)
    if (!late) throw new Error('no log was made')
    cpSync(logKeyFile(dataDir, 3, late), logKeyFile(copy, 1, late))
    expect(() => new KeyStore(copy).open(late)).toThrow(KeyMissing)
    expect(await flawsOf(api.config)).toEqual([])
    const third = await startSecond(api)
    const reader = await openPlan(third, house, 'practitioner', plan)
    await writers[0].until(({ position }) => position?.seq === reader.state.position?.seq)
    expect(reader.text(place)).toBe(writers[0].text(place))
    reader.close()
    await third.stop()
    await mustRefuseElsewhere(before)
    await mustRestore(before, { hasKeys: true })
    expect(await keysThatOpenIn(halfWay)).toBeGreaterThan(2)
    await mustRestore(await backUp('after.backup'), { hasKeys: false })
  })
})

/** How many keys a backup holds, all of which its one wrapping key opens. (KR8) */
async function keysThatOpenIn(from: string): Promise<number> {
  const files = new Map<string, Buffer>()
  await readBackup(from, KEY, {
    table: async (_table, rows) => {
      await collected(rows)
    },
    file: async (name, bytes) => {
      files.set(name, await collected(bytes))
    },
  })
  const wrapping = files.get('keys/wrapping.key') ?? Buffer.alloc(32)
  const wrapped = [...files].flatMap(([name, bytes]) => {
    const log = logKeyIn(name)
    return log ? [unwrapLogKey(log, bytes, wrapping)] : []
  })
  expect(wrapped).not.toContain(null)
  return wrapped.length
}

async function collected(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of bytes) parts.push(part)
  return Buffer.concat(parts)
}

/** The keys of another house, which never took over from those of the backup. (KR9) */
async function mustRefuseElsewhere(from: string): Promise<void> {
  const blank = await createBlankDatabase(postgres.url)
  ensureWrappingKey(blank.dataDir)
  const { checkpoints } = api.config
  const wanted = { ...blank, checkpoints, beside: null, from, key: KEY, now: Date.now() }
  await expect(restoreBackup(wanted)).rejects.toMatchObject({ key: 'restore.other-wrapping-key' })
  await blank.drop()
}

/** Into an empty house, or into one that has the keys of today. (KR8, KR9) */
async function mustRestore(from: string, { hasKeys }: { readonly hasKeys: boolean }): Promise<void> {
  const blank = await createBlankDatabase(postgres.url)
  if (hasKeys) cpSync(keyDirectory(api.config.dataDir), keyDirectory(blank.dataDir), { recursive: true })
  const { checkpoints } = api.config
  const restored = await restoreBackup({
    ...blank,
    checkpoints,
    beside: null,
    from,
    key: KEY,
    now: Date.now(),
  })
  expect(restored.entries).toBeGreaterThan(0)
  expect(await flawsOf(blank)).toEqual([])
  await blank.drop()
}
