import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { CaseId } from '@accord/domain/ids'
import { restoreBackup } from '../../src/backup/restore-backup.js'
import { opened } from '../../src/backup/sealed-file.js'
import { takeBackup } from '../../src/backup/take-backup.js'
import { ownerDataSource } from '../../src/database/data-source.js'
import { ErasingService } from '../../src/erasure/erasing.service.js'
import { verifyDatabase } from '../../src/history/verify-database.js'
import type { VerifiedLog } from '../../src/history/verify-log.js'
import { createBlankDatabase } from '../live/database.js'
import { startTestApi, type TestApi } from '../api.js'
import { ownPostgres, type OwnPostgres } from '../own-postgres.js'
import { sayApart, type Apart } from './apart.js'
import { keysIn, standingIn, wordsIn, wordsOpened, type Opened, type Standing } from './opened.js'
import { plantEverywhere, type Planted } from './planted.js'
import { otherFormsOf } from './raw-forms.js'
import { readableIn } from './readable-answer.js'
import { askCell } from './requests.js'
import { columnsOfBytes, inventory, MARKS, REMOVED, rowsIn, WORDLESS } from './sealed-columns.js'
import { speakEverywhere } from './spoken.js'
import { aWorld, type Asker, type Place, type World } from './world.js'
import { routes, type RouteDoor } from './doors.js'

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
let world: World
let apart: Apart
let cases: readonly Pick<Place, 'clinic' | 'caseId'>[]
let backup: string

beforeAll(async () => {
  server = await ownPostgres()
  const freely = { operationsPerSecond: 1e6, operationBurst: 1e6, checkpointEvery: 3 }
  const limits = { attemptsPerAccount: 1e6, attemptsPerAddress: 1e6 }
  api = await startTestApi({ server: server.url, isWatched: true, limits, live: freely })
  world = await aWorld(api)
  for (const { audience, cookie } of world.askers) {
    for (const at of [`cases/${CANARY}`, `cases?${CANARY}=1`, `audit?case=${CANARY}`, CANARY])
      await api.ask(audience, `/api/${at}`, { cookie, headers: { 'user-agent': CANARY, referer: CANARY } })
  }
  apart = await sayApart(api)
  const said = [...(await speakEverywhere(api, world)), ...(await plantEverywhere(api, world))]
  planted = [...apart.planted, ...said]
  cases = await api.owner.query(
    `SELECT clinic_id AS clinic, case_id AS "caseId" FROM clinic_case JOIN log USING (case_id, clinic_id)
     WHERE audience = 'plan'`,
  )
})
afterAll(async () => {
  await api.stop()
  await server.remove()
})

const BACKUP_KEY = Buffer.alloc(32, 5)
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
    const { files, found } = await filesWithWords()
    expect(files).toBeGreaterThan(1_000)
    expect(found).toEqual([])
  })

  it('[HD5] [B1] finds nothing at all in a backup without its key', async () => {
    backup = path.join(api.config.dataDir, 'taken.backup')
    const { dataDir, checkpoints, databaseUrl } = api.config
    await takeBackup({ dataDir, checkpoints, databaseUrl, to: backup, key: BACKUP_KEY, now: Date.now() })
    const bytes = readFileSync(backup)
    expect(bytes.length).toBeGreaterThan(10_000)
    expect(isIn(bytes)).toBe(false)
  })

  it('[HD5] [ER10] finds no word of theirs in a backup that its key opened, without the keys that are in it', async () => {
    const unzipped = createGunzip()
    const read = pipeline(Readable.from(opened(backup, BACKUP_KEY)), unzipped)
    const [plain] = await Promise.all([buffer(unzipped), read])
    const openWords = await openWordsOf(api)
    const text = plain.toString('latin1')
    expect([...new Set(text.match(WORD))].filter((word) => openWords.has(word)).length).toBeGreaterThan(5)
    expect(tells(plain, openWords)).toBe(false)
  })
})

/** What the practice answered to somebody who asked for their rights: that it answered has to be shown. (DR26) */
const ANSWERS = ['data_request.answer', 'data_request.extension', 'requested_case.lifted_why']

/** What is the clinic's own and no case's, and is kept when a case is erased: what supervision speaks about, and whom to ring. */
const KEPT_COLUMNS = [
  ...OPEN_COLUMNS,
  'agenda_item.content',
  'meeting_version.content',
  'call_address.link',
  ...ANSWERS,
]

let before: Opened
let stood: Standing

/** Words, and what else is known again when a key opens it. */
const KNOWN = new RegExp([WORD, ...Object.values(MARKS)].map(({ source }) => source).join('|'), 'g')

describe('while the cases are kept', () => {
  beforeAll(async () => {
    stood = await standingIn(api.owner)
    before = wordsIn(stood, api.config.dataDir, KNOWN)
  })

  it('[ER10] the keys yield a planted word in every column of bytes that there is, or it is listed why not', async () => {
    const columns = await columnsOfBytes(api.owner)
    const isPlanted = (column: string) =>
      [...(before.get(column) ?? [])].some((found) => (MARKS[column] ?? new RegExp(WORD.source)).test(found))
    expect(columns.filter((column) => !(column in WORDLESS) && !isPlanted(column))).toEqual([])
    expect(columns.filter((column) => column in WORDLESS && isPlanted(column))).toEqual([])
    expect(columns).toEqual(expect.arrayContaining([...Object.keys(WORDLESS), ...Object.keys(MARKS)]))
    process.stdout.write(
      `canaries: ${columns.length - Object.keys(WORDLESS).length} sealed columns planted\n`,
    )
  })

  it('[ER10] a row stands in every table that is erased with a case', async () => {
    const rows = await rowsIn(api.owner, inventory(REMOVED))
    expect([...rows].filter(([, count]) => count === 0)).toEqual([])
    expect(rows.size).toBeGreaterThan(40)
  })

  it('[ER10] paper and packed files are read like everything else that is answered', async () => {
    const [own] = world.places
    if (!own) throw new Error('a world without a place')
    const files = routes().filter(({ path: at }) => /\/(pdf|report|bundle|takeout)$/.test(at))
    const hides = async (door: RouteDoor, asker: Asker) => {
      const { bytes } = await askCell(api, { door, asker, place: own }, own.look)
      return !isIn(bytes) && isIn(await readableIn(bytes))
    }
    const found = new Set<string>()
    for (const door of files) {
      for (const asker of world.askers) {
        if (!found.has(door.path) && (await hides(door, asker))) found.add(door.path)
      }
    }
    expect(files.length).toBeGreaterThanOrEqual(6)
    expect([...found].toSorted()).toEqual(files.map(({ path: at }) => at).toSorted())
  })
})

/** Emptied, and sealed with the clinic's own key, which goes on. (DR15) */
const OF_THE_CLINIC = ['data_request.words', 'legal_hold.reason']

describe('once the cases were erased', () => {
  let keysBefore: number

  beforeAll(async () => {
    keysBefore = keysIn(api.config.dataDir).length
    const erasing = api.app.get(ErasingService, { strict: false })
    for (const { clinic, caseId } of cases)
      await erasing.eraseCase(clinic, caseId, { by: null, request: null, rule: 'test' })
  })

  it('[ER4] every key that is left yields no word of theirs, on anything in any table', async () => {
    const left = await wordsOpened(api.owner, api.config.dataDir, KNOWN)
    const gone = [...before.keys()].filter((column) => !KEPT_COLUMNS.includes(column))
    process.stdout.write(`canaries: ${gone.length} columns erased: ${gone.join(' ')}\n`)
    expect(gone.length).toBeGreaterThanOrEqual(40)
    expect([...left.keys()].filter((column) => !KEPT_COLUMNS.includes(column))).toEqual([])
    // What the two of a supervision noted about a case goes; what else they noted is theirs.
    const about = planted.filter(({ at }) => at.endsWith('/agenda') && at.startsWith('supervision/'))
    for (const { word } of about) {
      expect(before.get('agenda_item.content')).toContain(word)
      expect(left.get('agenda_item.content')).not.toContain(word)
    }
    expect(about).toHaveLength(1)
    expect(keysIn(api.config.dataDir).length).toBeLessThanOrEqual(keysBefore)
  })

  it('[ER2] what stood in the tables is opened by no key that is left, wherever a copy of it lies', () => {
    const still = [...wordsIn(stood, api.config.dataDir, KNOWN).keys()]
    expect(still.filter((column) => ![...KEPT_COLUMNS, ...OF_THE_CLINIC].includes(column))).toEqual([])
  })

  it('[ER4] no row that hangs on one stands in a table that is erased', async () => {
    const ids = cases.map(({ caseId }) => caseId)
    expect(await rowsOf(api, ids)).toEqual([])
    // Of the agenda of supervision only what names a case goes.
    const tables = inventory(REMOVED).filter((name) => name !== 'agenda_item')
    expect([...(await rowsIn(api.owner, tables))].filter(([, count]) => count > 0)).toEqual([])
  })

  it('[ER5] no route answers with a word of theirs, whoever asks', async () => {
    const left = await wordsOpened(api.owner, api.config.dataDir, WORD)
    const kept = new Set([...left.values()].flatMap((words) => [...words]))
    const [own] = world.places
    if (!own) throw new Error('a world without a place')
    const doors = routes().filter(({ verb, path: at }) => verb === 'GET' || /\/(bundle|takeout)$/.test(at))
    const told: string[] = []
    const look = async (door: RouteDoor, asker: Asker, place: Place) => {
      const { status, bytes } = await askCell(api, { door, asker, place }, own.look)
      const words = ((await readableIn(bytes)).match(WORD) ?? []).filter((word) => !kept.has(word))
      if (words.length > 0 || status >= 500) told.push(`${door.path} ${asker.name}`)
    }
    for (const door of doors) {
      const ours = world.askers.map((asker) => look(door, asker, own))
      const theirs = apart.askers.map((asker) => look(door, asker, { ...own, ...apart.place }))
      await Promise.all([...ours, ...theirs])
    }
    expect(doors.length).toBeGreaterThan(70)
    expect(told).toEqual([])
  })

  it('[ER4] [ER8] no file of the database, of Accord or of the logs holds one', async () => {
    const { found } = await filesWithWords()
    expect(found).toEqual([])
    expect(isIn(api.lines.join(''))).toBe(false)
  })

  it('[ER6] every chain holds', async () => {
    const logs: VerifiedLog[] = []
    await verifyDatabase(api.config, (log) => logs.push(log))
    expect(logs.filter(({ flaw }) => flaw !== null)).toEqual([])
    expect(logs.filter(({ isErased }) => isErased).length).toBeGreaterThanOrEqual(world.places.length)
  })

  it('[ER7] a backup from before, restored, yields none either', async () => {
    const blank = await createBlankDatabase(server.url)
    const { databaseUrl, dataDir } = blank
    const { checkpoints } = api.config
    const beside = api.config.dataDir
    await restoreBackup({
      databaseUrl,
      dataDir,
      checkpoints,
      beside,
      from: backup,
      key: BACKUP_KEY,
      now: Date.now(),
    })
    const owner = await ownerDataSource(databaseUrl).initialize()
    const left = await wordsOpened(owner, dataDir, KNOWN)
    const ids = cases.map(({ caseId }) => caseId)
    const rows = await rowsOf({ ...api, owner }, ids)
    await owner.destroy()
    await blank.drop()
    expect(left.get('person.name')?.size).toBeGreaterThan(0)
    expect([...left.keys()].filter((column) => !KEPT_COLUMNS.includes(column))).toEqual([])
    expect(rows).toEqual([])
  })
})

/** How many files the server and Accord keep, and those with a word that doesn't lie open anyway. */
async function filesWithWords(): Promise<{ readonly files: number; readonly found: readonly string[] }> {
  await api.owner.query('CHECKPOINT')
  const openWords = await openWordsOf(api)
  const files = [...filesBelow(server.folder), ...filesBelow(api.config.dataDir)]
  const found = files.filter((file) => tells(readFileSync(file), openWords))
  return { files: files.length, found }
}

const FORMS = otherFormsOf(CANARY).map((form) => form.toString('latin1'))

/** Whether bytes hold a word that doesn't lie open anyway. */
function tells(bytes: Buffer, openWords: ReadonlySet<string>): boolean {
  const text = bytes.toString('latin1')
  return (
    (text.match(WORD) ?? []).some((word) => !openWords.has(word)) || FORMS.some((form) => text.includes(form))
  )
}

/** Tables with rows that name a case and are not the outside of it. */
async function rowsOf({ owner }: TestApi, cases: readonly CaseId[]): Promise<readonly string[]> {
  const EMPTIED = ['data_request', 'legal_hold']
  const CACHES = ['plan_checkpoint', 'plan_seen'].map((name) => ({ name: `${name} JOIN log USING (log_id)` }))
  const OUTSIDE = [
    'access_event',
    'requested_case',
    'audit_event',
    'case_party',
    'case_supervisor',
    'clinic_case',
    'log',
    ...EMPTIED,
  ]
  const tables: { name: string }[] = await owner.query(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'case_id' AND table_name <> ALL ($1)`,
    [OUTSIDE],
  )
  const found: string[] = []
  for (const { name } of [...tables, ...CACHES]) {
    const [row]: { count: number }[] = await owner.query(
      `SELECT count(*)::int AS count FROM ${name} WHERE case_id = ANY ($1)`,
      [cases],
    )
    if (row && row.count > 0) found.push(name)
  }
  return found
}

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
