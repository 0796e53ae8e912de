import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { witness, type Witnessed } from '@accord/domain/history/witness'
import type { TextPlace } from '@accord/domain/goal/field'
import type { LogId } from '@accord/domain/ids'
import type { PlanProof } from '@accord/domain/rest/proof'
import { restoreClient, storeClient, type StoredClient } from '@accord/domain/sync/client-state'
import { startTestApi, type TestApi } from '../../test/api.js'
import { theVerifier } from '../../test/bundle.js'
import { addressFor, openPlan, planOf, startGoal, type } from '../../test/live/clients.js'
import { createBlankDatabase, type TestDatabase } from '../../test/live/database.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'
import { startSecond } from '../../test/second-process.js'
import { KeyDestroyed, KeyStore } from '../history/key-store.js'
import { verifyDatabase } from '../history/verify-database.js'
import type { VerifiedLog } from '../history/verify-log.js'
import { LiveClient } from '../live-plan/replay/live-client.js'
import { CheckpointService } from '../proof/checkpoint.service.js'
import { isSignedBy } from '../proof/signing-key.js'
import { witnessFromFile } from '../proof/witness-from-file.js'
import { checkpointsOf } from './backup-files.js'
import { readBackup } from './read-backup.js'
import { restoreBackup, type Restored } from './restore-backup.js'
import { takeBackup } from './take-backup.js'

jest.setTimeout(30_000)

const CANARY = 'xylophone quagmire'
const KEY = Buffer.alloc(32, 5)

let api: TestApi
let blank: TestDatabase
let again: TestApi
let house: House
let plan: LogId
let place: TextPlace
let file: string
let acknowledged: { seq: number; hash: string }
let offline: StoredClient
let cutOff: StoredClient
let seenBefore: Witnessed
let restored: Restored

const proofFrom = async (from: TestApi) => {
  const cookie = await cookieFor(from, 'console', house.practitioner)
  return (await from.ask('console', `/api/plans/${plan}/proof`, { cookie })).json as PlanProof
}
/** What a browser makes of a proof, with the record as the database has it. */
async function look(from: TestApi, kept: Witnessed | null) {
  const proof = await proofFrom(from)
  const rows = await from.owner.query<{ seq: string; hash: Buffer }[]>(
    'SELECT seq, hash FROM entry WHERE log_id = $1',
    [plan],
  )
  const hashes = new Map(rows.map(({ seq, hash }) => [Number(seq), hash.toString('hex')]))
  const key = Buffer.from(proof.checkpoint.publicKey, 'base64')
  const signed = [proof.checkpoint, ...(proof.restored ? [proof.restored] : [])]
  const isSigned = signed.every(({ text, signature }) => isSignedBy(key, text, signature))
  const record = { seq: hashes.size, hashAt: (seq: number) => hashes.get(seq) ?? null }
  return witness({ proof, isSigned, record, kept })
}
const otherPlan = async () => {
  const rows = await api.owner.query<{ log_id: LogId }[]>('SELECT log_id FROM log WHERE case_id = $1', [
    house.otherCase,
  ])
  return rows[0]?.log_id ?? plan
}

/** What a tab keeps that lost its connection and was typed into. */
async function leftWith(tab: LiveClient, words: string): Promise<StoredClient> {
  tab.wire.disconnect()
  await tab.until((state) => state.link === 'offline')
  type(tab, place, 0, words)
  const kept = storeClient(tab.state)
  if (!kept) throw new Error('nothing waits to be sent')
  return kept
}

/** A house in which two people type while it is backed up, and go on typing; then all of it is lost. */
async function typeThroughABackup(): Promise<void> {
  const [client, practitioner] = [
    await openPlan(api, house, 'client', plan),
    await openPlan(api, house, 'practitioner', plan),
  ]
  place = await startGoal(client)
  await practitioner.until((state) => state.confirmed?.goals[place.goal] !== undefined)
  type(client, place, 0, `${CANARY} `)
  await client.saved()
  acknowledged = { seq: client.state.position?.seq ?? 0, hash: client.state.position?.hash ?? '' }
  // Where this tab stands is in the backup, so that nothing but the epoch tells it that the past is another one.
  const tunnel = await openPlan(api, house, 'client', plan)
  offline = await leftWith(tunnel, 'typed in a tunnel ')
  let isOver = false
  const typing = [client, practitioner].map(async (who) => {
    for (let word = 0; !isOver || word < 5; word++) {
      type(who, place, 0, `w${word} `)
      await who.saved()
    }
  })
  const { dataDir, checkpoints, databaseUrl } = api.config
  await takeBackup({ dataDir, checkpoints, databaseUrl, to: file, key: KEY, now: Date.now() })
  isOver = true
  await Promise.all(typing)
  // Seen by a checkpoint and by a browser, acknowledged, and in no backup.
  type(client, place, 0, 'lost with the machine ')
  await client.saved()
  const seq = client.state.position?.seq ?? 0
  await api.app.get(CheckpointService).covering(plan, seq)
  const seen = (await look(api, null)).kept
  if (!seen) throw new Error('the browser saw nothing')
  seenBefore = seen
  cutOff = await leftWith(practitioner, 'cut off by the fire ')
  client.close()
}

beforeAll(async () => {
  api = await startTestApi({ checkpoints: { intervalMs: 3_600_000 } })
  house = await aHouse(api)
  plan = await planOf(api, house)
  file = `${api.config.dataDir}/a.backup`
  await typeThroughABackup()
  new KeyStore(api.config.dataDir).destroy(await otherPlan(), Date.now())
  blank = await createBlankDatabase()
  const { checkpoints } = api.config
  const { databaseUrl, dataDir } = blank
  const beside = api.config.dataDir
  restored = await restoreBackup({
    databaseUrl,
    dataDir,
    checkpoints,
    beside,
    from: file,
    key: KEY,
    now: Date.now(),
  })
  again = await startSecond({ ...api, config: { ...api.config, databaseUrl, dataDir } })
  const { ownerDataSource } = await import('../database/data-source.js')
  again = { ...again, owner: await ownerDataSource(databaseUrl).initialize() }
}, 60_000)
afterAll(async () => {
  await again.owner.destroy()
  await again.stop()
  await blank.drop()
  await api.stop()
})

describe('a backup taken while people type, restored elsewhere', () => {
  it('[BR1] holds every entry that was acknowledged before it began', async () => {
    const rows = await again.owner.query<{ hash: Buffer }[]>(
      'SELECT hash FROM entry WHERE log_id = $1 AND seq = $2',
      [plan, acknowledged.seq],
    )
    expect(rows.map(({ hash }) => hash.toString('hex'))).toEqual([acknowledged.hash])
  })

  it('[BR10] holds in its chains and contents, and names what checkpoints saw and it has not', async () => {
    const logs: VerifiedLog[] = []
    const read = witnessFromFile(again.config, checkpointsOf(again.config))
    if (read.kind !== 'read') throw new Error('there are no checkpoints')
    await verifyDatabase(
      again.config,
      (log) => logs.push(log),
      (entry) => read.witness.observe(entry),
    )
    expect(logs.filter(({ flaw }) => flaw !== null)).toEqual([])
    expect(logs.map(({ log }) => read.witness.flawOf(log))).toEqual(logs.map(() => null))
    expect([read.flaw, read.witness.missing()]).toEqual([null, []])
    const told = read.witness.restorations
    expect(told).toEqual([expect.objectContaining({ backup: restored.backup })])
    expect(told[0]?.missing.map(({ log }) => log)).toEqual([plan])
  })

  it('[BR8] leaves an erased log erased: its key stays destroyed, and its words are gone', async () => {
    const erased = await otherPlan()
    const sql = 'SELECT 1 FROM entry WHERE log_id = $1 AND content IS NOT NULL'
    const rows = await again.owner.query<unknown[]>(sql, [erased])
    expect(rows).toEqual([])
    expect(() => new KeyStore(blank.dataDir).open(erased)).toThrow(KeyDestroyed)
    expect(restored.erased).toBe(1)
  })

  it('[BR7] lets nobody in on a sign-in of before, and everybody anew', async () => {
    expect(await again.owner.query('SELECT 1 FROM sign_in')).toEqual([])
    expect(await cookieFor(again, 'portal', house.client)).not.toBe('')
  })

  it.each([
    ['client', 'before the backup', () => offline, 'typed in a tunnel '],
    ['practitioner', 'after it', () => cutOff, 'cut off by the fire '],
  ] as const)(
    '[BR9] shows a %s who was cut off %s their unsent words for review, merges none, and goes on',
    async (who, _when, left, words) => {
      const address = await addressFor(again, house[who], who === 'client' ? 'portal' : 'console')
      const tab = new LiveClient(address, plan, left().clientId)
      tab.state = restoreClient(left(), null)
      await tab.live()
      expect(tab.state.refused).toMatchObject([{ code: 'reset', words: [{ words }] }])
      expect(tab.text(place)).toContain(CANARY)
      for (const lost of [words, 'lost with the machine']) expect(tab.text(place)).not.toContain(lost)
      type(tab, place, 0, `begun again by the ${who} `)
      await tab.saved()
      expect([left().position.epoch, tab.state.position?.epoch]).toEqual([1, 2])
      const other = await openPlan(again, house, 'client', plan)
      expect([other.text(place), other.state.position]).toEqual([tab.text(place), tab.state.position])
      for (const one of [tab, other]) one.close()
    },
  )

  it('[HI19] a browser that saw more says what was restored and what is missing, and raises no alarm', async () => {
    const { verdict, kept } = await look(again, seenBefore)
    const to = seenBefore.plans[plan]?.seq ?? 0
    expect(verdict).toMatchObject({
      kind: 'holds',
      before: null,
      restored: { backup: restored.backup, missing: { to } },
    })
    expect((await look(again, kept)).verdict).toMatchObject({
      kind: 'holds',
      before: { time: kept?.time },
    })
  })

  it('[HI19] a bundle of the restored log holds, and its verifier says what was restored', async () => {
    const cookie = await cookieFor(again, 'console', house.practitioner)
    const { bytes } = await again.ask('console', `/api/plans/${plan}/bundle`, {
      cookie,
      body: { timeZone: 'UTC' },
    })
    const { unzip, verifyBundle } = await theVerifier()
    const checks = verifyBundle(unzip(bytes))
    expect(checks.filter(({ holds }) => !holds)).toEqual([])
    const said = checks.find(({ check }) => check === 'checkpoint')?.says
    expect(said).toContain('was not in the backup')
  })

  it('[BR6] holds checkpoints, every table but for sign-ins, then keys and tombstones, and nothing else', async () => {
    const { dataDir, checkpoints, databaseUrl } = api.config
    const to = `${file}.later`
    await takeBackup({ dataDir, checkpoints, databaseUrl, to, key: KEY, now: Date.now() })
    const parts: string[] = []
    const noted = async (name: string, bytes: AsyncIterable<Buffer>) => {
      parts.push(name)
      for await (const part of bytes) if (part.length === 0) continue
    }
    await readBackup(to, KEY, {
      table: ({ table }, rows) => noted(`the table ${table}`, rows),
      file: noted,
    })
    const all: { name: string }[] = await api.owner.query(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'
         AND tablename NOT IN ('sign_in', 'migrations') ORDER BY 1`,
    )
    const isTable = (part: string) => part.startsWith('the table ')
    expect(parts.filter(isTable).sort()).toEqual(all.map(({ name }) => `the table ${name}`))
    const [first, last] = [parts.findIndex(isTable), parts.findLastIndex(isTable)]
    expect(parts.slice(0, first)).toEqual(['proof/signing.key', 'proof/checkpoints.jsonl'])
    const after = parts.slice(last + 1)
    expect([after[0], after.at(-1)]).toEqual(['keys/wrapping.key', 'keys/tombstones.jsonl'])
    const keys = after.slice(1, -1)
    expect(keys).toContain(`keys/logs/${plan}.json`)
    expect(keys.filter((name) => !/^keys\/logs\/[\da-f-]{36}\.json$/.test(name))).toEqual([])
    expect(parts).toHaveLength(first + all.length + after.length)
  })

  it('[BR3] [BR4] shows no word, no name and no key in its bytes', () => {
    const bytes = readFileSync(file)
    const words = [CANARY, 'xylophone', 'w1 ', house.practitioner, plan, 'wrapping', 'BEGIN PRIVATE KEY']
    expect(words.filter((word) => bytes.includes(word))).toEqual([])
    expect(bytes.includes(KEY)).toBe(false)
  })
})
