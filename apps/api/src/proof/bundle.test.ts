import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { LogId } from '@accord/domain/ids'
import { startTestApi, type TestApi } from '../../test/api.js'
import { theVerifier } from '../../test/bundle.js'
import { openPlan, planOf, startGoal, type } from '../../test/live/clients.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'

jest.setTimeout(30_000)

let api: TestApi
let house: House
let plan: LogId
let cookies: Record<Who, string>
let folder: string

const WHO = ['practitioner', 'supervisor', 'administrator', 'client', 'otherClient'] as const
type Who = (typeof WHO)[number]
const appOf = (who: Who) => (who === 'client' || who === 'otherClient' ? 'portal' : 'console')
const bundle = (who: Who, body: unknown = { timeZone: 'Europe/Berlin' }, of = plan) =>
  api.ask(appOf(who), `/api/plans/${of}/bundle`, { cookie: cookies[who], body })
const exports = (): Promise<{ person: string; relation: string }[]> =>
  api.owner.query(
    `SELECT person_id AS person, relation FROM access_event WHERE what = 'exported' ORDER BY at`,
  )

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  house = await aHouse(api)
  plan = await planOf(api, house)
  const client = await openPlan(api, house, 'client', plan)
  const place = await startGoal(client, 'Sleep <script>')
  for (const words of ['slept ', 'by ', 'eleven']) {
    type(client, place, client.text(place).length, words)
    await client.saved()
  }
  type(client, place, 6, 'at', 2)
  await client.saved()
  client.close()
  cookies = Object.fromEntries(
    await Promise.all(WHO.map(async (who) => [who, await cookieFor(api, appOf(who), house[who])])),
  ) as Record<Who, string>
  folder = mkdtempSync(path.join(tmpdir(), 'accord-bundle-'))
}, 30_000)
afterAll(async () => {
  await api.stop()
  rmSync(folder, { recursive: true })
})

function run(...args: readonly string[]) {
  const { status, stdout } = spawnSync(process.execPath, ['verify-history.mjs', ...args], {
    cwd: path.join(folder, 'unpacked'),
    encoding: 'utf8',
  })
  return { status, stdout }
}

describe('the export of a history', () => {
  it('[HI18] is verified by the program that comes with it, from the ZIP and from its folder', async () => {
    const { status, bytes, headers } = await bundle('practitioner')
    expect([status, headers['content-type']]).toEqual([200, 'application/zip'])
    const { unzip } = await theVerifier()
    mkdirSync(path.join(folder, 'unpacked'))
    for (const [name, file] of unzip(bytes)) writeFileSync(path.join(folder, 'unpacked', name), file)
    writeFileSync(path.join(folder, 'bundle.zip'), bytes)
    const [packed, unpacked] = [run('../bundle.zip'), run('.')]
    expect(packed).toEqual(unpacked)
    expect([packed.status, packed.stdout]).toEqual([0, expect.stringContaining('This history holds.')])
    const key = /by key ([0-9a-f]{64})/.exec(packed.stdout)?.[1] ?? ''
    expect(run('.', '--key', key).status).toBe(0)
    expect(
      run(
        '.',
        '--key',
        key.replace(/^./, (digit) => (digit === 'a' ? 'b' : 'a')),
      ).status,
    ).toBe(1)
    expect([run('nothing-here').status, run('.', '--key', 'short').status]).toEqual([2, 2])
  })

  it('[HI18] holds every entry up to the last, and a page that says it in words', async () => {
    const { unzip } = await theVerifier()
    const files = unzip((await bundle('client')).bytes)
    const lines = String(files.get('entries.jsonl')).trimEnd().split('\n')
    const [{ seq }] = await api.owner.query<[{ seq: string }]>('SELECT seq FROM log_head WHERE log_id = $1', [
      plan,
    ])
    expect(lines.map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual(
      Array.from({ length: Number(seq) }, (_, at) => at + 1),
    )
    const page = String(files.get('index.html'))
    expect(page).toContain('wrote in the statement of Sleep &lt;script&gt;')
    expect(page).toContain('<ins>slept </ins><ins>at </ins><ins>eleven</ins>'.replaceAll('</ins><ins>', ''))
    expect(page).not.toContain('<script')
    expect(String(files.get('README.txt'))).toContain('node verify-history.mjs .')
  })

  it('[HI18] [AC3] [AC5] is given to those of the case; for others there is none', async () => {
    for (const who of WHO) {
      const expected = who === 'administrator' || who === 'otherClient' ? 404 : 200
      expect([who, (await bundle(who)).status]).toEqual([who, expected])
    }
    const nobody = await api.ask('console', `/api/plans/${plan}/bundle`, { body: { timeZone: 'UTC' } })
    expect(nobody.status).toBe(401)
    expect((await bundle('client', { timeZone: 'Nowhere/At all' })).status).toBe(400)
    expect((await bundle('client', {})).status).toBe(400)
  })

  it('[HI18] [AC8] is written down before it is made, and not made when that cannot be', async () => {
    const before = (await exports()).length
    await bundle('supervisor')
    expect((await exports()).slice(before)).toEqual([{ person: house.supervisor, relation: 'supervisor' }])
    await api.owner.query('REVOKE INSERT ON access_event FROM accord_app')
    try {
      const { status, bytes } = await bundle('supervisor')
      expect([status >= 500, bytes.subarray(0, 2).toString()]).toEqual([true, '{"'])
    } finally {
      await api.owner.query('GRANT INSERT ON access_event TO accord_app')
    }
  })

  it('[HI18] of a record that was altered is given as it is, and the program names the entry', async () => {
    const runner = api.owner.createQueryRunner()
    await runner.query('CREATE TABLE kept AS SELECT * FROM entry WHERE log_id = $1 AND seq = 5', [plan])
    await runner.query('SET session_replication_role = replica')
    try {
      await runner.query('UPDATE entry SET content = NULL WHERE log_id = $1 AND seq = 5', [plan])
      const { unzip, verifyBundle } = await theVerifier()
      const files = unzip((await bundle('practitioner')).bytes)
      const broken = verifyBundle(files).filter(({ holds }) => !holds)
      expect(broken[0]).toMatchObject({ check: 'contents', says: 'entry 5: what it held is missing' })
      expect(String(files.get('index.html'))).toContain('From entry 5 on the record cannot be told')
    } finally {
      await runner.query('DELETE FROM entry WHERE log_id = $1 AND seq = 5', [plan])
      await runner.query('INSERT INTO entry SELECT * FROM kept')
      await runner.query('DROP TABLE kept')
      await runner.query('SET session_replication_role = DEFAULT')
      await runner.release()
    }
  })
})
