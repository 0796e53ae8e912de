import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { genesisHash } from '@accord/domain/history/hash'
import type { LogId } from '@accord/domain/ids'
import type { QueryRunner } from 'typeorm'
import { startTestApi, type TestApi } from '../../test/api.js'
import { openPlan, planOf, startGoal, type } from '../../test/live/clients.js'
import { aHouse, cookieFor } from '../../test/people.js'
import { entryColumns, ENTRY_COLUMNS, storedEntry, type EntryRow } from '../history/entry-row.js'
import { KeyStore } from '../history/key-store.js'
import { openContent, readEntry, sealEntry, type StoredEntry } from '../history/sealing.js'
import { verifyDatabase } from '../history/verify-database.js'
import { CheckpointService } from './checkpoint.service.js'
import { checkpointFile } from './checkpoint-store.js'
import { witnessFromFile } from './witness-from-file.js'

jest.setTimeout(30_000)

let api: TestApi
let plan: LogId
let file: string
let runner: QueryRunner
const TABLES = ['entry', 'log_head', 'log'] as const

beforeAll(async () => {
  api = await startTestApi({ checkpoints: { intervalMs: 3_600_000 } })
  const house = await aHouse(api)
  plan = await planOf(api, house)
  const client = await openPlan(api, house, 'client', plan)
  const place = await startGoal(client)
  // A log in which nothing was written yet is in the tree as well.
  const cookie = await cookieFor(api, 'portal', house.client)
  await api.ask('portal', `/api/cases/${house.case}/drafts`, { cookie, body: {} })
  const signed = api.app.get(CheckpointService)
  // Three entries a checkpoint, so that some are covered by the one before and some by none of their own.
  for (const words of ['slept ', 'by ', 'eleven']) {
    type(client, place, client.text(place).length, words)
    await client.saved()
    const { seq } = (await head()) ?? { seq: 0 }
    if (seq !== 5) await signed.covering(plan, seq)
  }
  client.close()
  file = checkpointFile(api.config.dataDir)
  runner = api.owner.createQueryRunner()
  for (const table of TABLES) await runner.query(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`)
  await runner.query('SET session_replication_role = replica')
}, 30_000)
afterAll(async () => {
  await runner.query('SET session_replication_role = DEFAULT')
  await runner.release()
  await api.stop()
})

async function head(): Promise<{ seq: number } | undefined> {
  const rows = await api.owner.query<{ seq: string }[]>('SELECT seq FROM log_head WHERE log_id = $1', [plan])
  return rows.map(({ seq }) => ({ seq: Number(seq) }))[0]
}

/** What is found with the checkpoints, and what is found without them. */
async function found() {
  const read = witnessFromFile(api.config, file)
  if (read.kind !== 'read') throw new Error(read.kind)
  const bare: string[] = []
  const witnessed: string[] = []
  await verifyDatabase(
    api.config,
    ({ log, flaw }) => {
      if (flaw) bare.push(`${flaw.seq} ${flaw.reason}`)
      const seen = read.witness.flawOf(log)
      if (seen) witnessed.push(`${seen.seq} ${seen.reason} ${seen.number}`)
    },
    (entry) => read.witness.observe(entry),
  )
  const gone = read.witness.missing().map(({ log, number }) => `${log} gone ${number}`)
  return { bare, witnessed: [...witnessed, ...gone], flaw: read.flaw }
}

/** What somebody does who may do everything with the database, and takes back again. */
async function tampered(work: () => Promise<void>) {
  try {
    await work()
    return await found()
  } finally {
    for (const table of TABLES) await runner.query(`DELETE FROM ${table}`)
    for (const table of [...TABLES].reverse()) {
      await runner.query(`INSERT INTO ${table} SELECT * FROM kept_${table}`)
    }
  }
}

const entriesOf = async () => {
  const rows = await runner.manager.query<EntryRow[]>(
    `SELECT ${ENTRY_COLUMNS} FROM entry WHERE log_id = $1 ORDER BY seq`,
    [plan],
  )
  return rows.map(storedEntry)
}

const moveHead = (last: StoredEntry) =>
  runner.query('UPDATE log_head SET seq = $2, hash = $3, at_ms = $4 WHERE log_id = $1', [
    plan,
    last.seq,
    Buffer.from(last.hash),
    last.at,
  ])

/** The chain from an entry on, written anew with the house's own code and keys: every hash holds. */
async function rewriteFrom(seq: number): Promise<void> {
  const key = new KeyStore(api.config.dataDir).open(plan)
  let prevHash: Uint8Array = genesisHash(plan)
  const anew = (await entriesOf()).map((entry) => {
    const { payload, record } = readEntry(entry, openContent(entry, key))
    const again =
      entry.seq < seq ? entry : sealEntry({ ...entry, prevHash, at: entry.at + 1 }, payload, record, key)
    prevHash = again.hash
    return again
  })
  await runner.query('DELETE FROM entry WHERE log_id = $1', [plan])
  const types = `uuid uuid bigint bytea bytea integer text uuid bigint uuid uuid text uuid bigint integer bytea bytea`
  const columns = types.split(' ').map((one, at) => `$${at + 1}::${one}[]`)
  await runner.query(
    `INSERT INTO entry (${ENTRY_COLUMNS}) SELECT * FROM unnest(${columns.join(', ')})`,
    entryColumns(anew),
  )
  const last = anew.at(-1)
  if (last) await moveHead(last)
}

describe('the verifier with the checkpoints', () => {
  it('[HI15] finds that everything holds', async () => {
    expect(await found()).toEqual({ bare: [], witnessed: [], flaw: null })
  })

  it('[HI15] names the entry from which on a tail was cut together with the head, which a chain cannot show', async () => {
    const cut = await tampered(async () => {
      await runner.query('DELETE FROM entry WHERE log_id = $1 AND seq >= 5', [plan])
      const last = (await entriesOf()).at(-1)
      if (last) await moveHead(last)
    })
    expect(cut).toEqual({ bare: [], witnessed: ['6 gone-since-checkpoint 2'], flaw: null })
  })

  it.each([
    [1, '4 not-as-in-checkpoint 1'],
    [5, '6 not-as-in-checkpoint 2'],
  ])(
    '[HI15] names the first entry seen otherwise in a chain rewritten from entry %i',
    async (from, named) => {
      const rewritten = await tampered(() => rewriteFrom(from))
      expect(rewritten).toEqual({ bare: [], witnessed: [named], flaw: null })
    },
  )

  it('[HI15] names a log that is gone with everything in it', async () => {
    const gone = await tampered(async () => {
      for (const table of TABLES) await runner.query(`DELETE FROM ${table} WHERE log_id = $1`, [plan])
    })
    expect(gone).toEqual({ bare: [], witnessed: [`${plan} gone 1`], flaw: null })
  })

  it('[HI15] [DR1] names a log that is gone though nothing was written in it', async () => {
    const [{ log_id: draft }] = await runner.manager.query<[{ log_id: string }]>(
      `SELECT log_id FROM log WHERE audience = 'draft'`,
    )
    const gone = await tampered(async () => {
      for (const table of TABLES) await runner.query(`DELETE FROM ${table} WHERE log_id = $1`, [draft])
    })
    expect(gone.witnessed).toEqual([`${draft} gone 1`])
  })

  it('[HI6] [HI15] says what the chain says of an entry that was altered, and no more', async () => {
    const altered = await tampered(() =>
      runner
        .query('UPDATE entry SET at_ms = at_ms + 1 WHERE log_id = $1 AND seq = 5', [plan])
        .then(() => undefined),
    )
    expect(altered.bare).toEqual(['5 hash-differs'])
  })
})

describe('a file of checkpoints', () => {
  function withFile(work: (lines: string[]) => string): string {
    const whole = readFileSync(file, 'utf8')
    try {
      writeFileSync(file, work(whole.split('\n').slice(0, -1)))
      const read = witnessFromFile(api.config, file)
      const flaw = read.kind === 'read' ? read.flaw : null
      return flaw ? `${flaw.number} ${flaw.reason}` : 'holds'
    } finally {
      writeFileSync(file, whole)
    }
  }
  const joined = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')
  const flipped = (text: string, at: number) => {
    const bytes = Buffer.from(text)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    return bytes.toString()
  }

  it('[HI15] that was cut at its end is found by the number that was noted apart from it', () => {
    expect(withFile((lines) => joined(lines.slice(0, -1)))).toBe('2 cut-short')
    expect(withFile(() => '')).toBe('1 cut-short')
  })

  it('[HI15] that was cut within a line or at its beginning is found', () => {
    expect(withFile((lines) => joined(lines).slice(0, -9))).toBe('2 unreadable')
    expect(withFile((lines) => joined(lines.slice(1)))).toBe('1 not-the-next')
  })

  it('[HI15] is found altered in any place of any line', () => {
    const { length } = readFileSync(file)
    for (let at = 0; at < length; at += 7) {
      expect([at, withFile((lines) => flipped(joined(lines), at))]).not.toEqual([at, 'holds'])
    }
  })

  it('[HI15] is found forged where heads or times are others', () => {
    const parts = (line: string) =>
      JSON.parse(line) as { text: string; heads: [string, number, string, number][] }
    const heads = (line: string) => {
      const read = parts(line)
      return JSON.stringify({
        ...read,
        heads: read.heads.map(([log, seq, hash, epoch]) => [log, seq + 1, hash, epoch]),
      })
    }
    const time = (line: string) => {
      const read = parts(line)
      return JSON.stringify({ ...read, text: read.text.replace(/time \d/, 'time 9') })
    }
    expect(withFile(([first = '', ...rest]) => joined([heads(first), ...rest]))).toBe('1 heads-differ')
    expect(withFile(([first = '', ...rest]) => joined([time(first), ...rest]))).toBe('1 wrong-signature')
  })

  it('[HI15] goes on after a line that a full disk cut short', () => {
    expect(withFile(([first = '', ...rest]) => joined([first, '{"text":"acc', ...rest]))).toBe('holds')
  })
})
