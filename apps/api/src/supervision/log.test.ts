import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { SupervisionLog } from '@accord/domain/rest/supervision'
import { latestOf, standingOf, type Meeting } from '@accord/domain/supervision/meeting'
import { startTestApi, type TestApi } from '../../test/api.js'
import { gist } from '../../test/desk.js'
import { A_MEETING, aSupervisedHouse, seatOf, type SupervisedHouse } from '../../test/supervision.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { sqlStateOf } from '../database/failures.js'

let api: TestApi
let house: SupervisedHouse

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  house = await aSupervisedHouse(api)
})
afterAll(() => api.stop())

const ruth = () => seatOf(api, 'console', house.supervisor, house)
const mara = () => seatOf(api, 'console', house.practitioner, house)
type Seat = Awaited<ReturnType<typeof ruth>>

async function recorded(seat: Seat): Promise<Meeting> {
  return (await seat.ofPair('meetings', { content: A_MEETING, discussed: [] })).json as Meeting
}

function sign(seat: Seat, meeting: Meeting) {
  const { version, hash } = latestOf(meeting)
  return seat.ofPair(`meetings/${meeting.id}/sign`, { version, hash })
}

async function logOf(seat: Seat): Promise<SupervisionLog> {
  return (await seat.ofPair('meetings?from=2026-01-01')).json as SupervisionLog
}

describe('a meeting in the log', () => {
  it('[SQ10] [SQ11] is recorded by one, signed by both, and locked by the second signature', async () => {
    const [hers, theirs] = [await ruth(), await mara()]
    const meeting = await recorded(hers)
    expect(latestOf(meeting)).toMatchObject({ version: 1, by: house.supervisor, content: A_MEETING })
    expect(gist(await sign(hers, meeting))[0]).toBe(200)
    expect(gist(await sign(hers, meeting))).toEqual([409, 'already-exists'])
    const { meetings, rules } = await logOf(theirs)
    const read = meetings.find(({ id }) => id === meeting.id)
    if (!read) throw new Error('the other of the two does not see it')
    expect(rules).toEqual(['bacp'])
    expect(standingOf(read)).toBe('signed-by-one')
    const locked = (await sign(theirs, read)).json as Meeting
    expect(standingOf(locked)).toBe('locked')
    const change = { after: 1, content: { ...A_MEETING, minutes: 90 } }
    expect(gist(await theirs.ofPair(`meetings/${meeting.id}/versions`, change))).toEqual([
      409,
      'governed-fact',
    ])
  })

  it('[SQ10] changed after a signature is a new version, which needs both again', async () => {
    const [hers, theirs] = [await ruth(), await mara()]
    const meeting = await recorded(theirs)
    await sign(hers, meeting)
    const change = { after: 1, content: { ...A_MEETING, minutes: 90 } }
    const changed = (await theirs.ofPair(`meetings/${meeting.id}/versions`, change)).json as Meeting
    expect(changed.versions.map(({ version, signatures }) => [version, signatures.length])).toEqual([
      [1, 1],
      [2, 0],
    ])
    expect(gist(await sign(theirs, meeting))).toEqual([409, 'words-changed'])
    expect(gist(await theirs.ofPair(`meetings/${meeting.id}/versions`, change))).toEqual([
      409,
      'words-changed',
    ])
    expect((await sign(hers, changed)).status).toBe(200)
  })

  it('[SQ10] a change and a second signature at one moment end in order, never in both', async () => {
    const [hers, theirs] = [await ruth(), await mara()]
    for (let round = 0; round < 4; round++) {
      const meeting = await recorded(hers)
      await sign(hers, meeting)
      const change = { after: 1, content: { ...A_MEETING, minutes: 45 } }
      const answers = await Promise.all([
        sign(theirs, meeting),
        hers.ofPair(`meetings/${meeting.id}/versions`, change),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    }
  })
})

describe('what lies in the database', () => {
  const transactions = () => api.app.get(ClinicTransactions)

  it('[SQ14] holds no word of a meeting or of an agenda that can be read', async () => {
    await recorded(await ruth())
    const rows = await api.owner.query<{ content: Buffer }[]>(
      'SELECT content FROM meeting_version UNION ALL SELECT content FROM agenda_item',
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { content } of rows) expect(content.toString('latin1')).not.toContain('endings')
  })

  it.each(['supervision', 'agenda_item', 'supervision_meeting', 'meeting_version', 'meeting_signature'])(
    '[SQ14] shows rows of %s to a transaction that names one of the two, and to no other',
    async (table) => {
      const seat = await mara()
      await seat.ofPair('agenda', { about: { kind: 'topic' }, words: 'How endings begin' })
      await sign(seat, await recorded(seat))
      const count = (people: readonly (typeof house.hanna)[]) =>
        transactions().run(
          [house.clinic],
          async (manager) => (await manager.query<unknown[]>(`SELECT 1 FROM ${table}`)).length,
          people,
        )
      expect(await count([house.practitioner])).toBeGreaterThan(0)
      expect(await count([])).toBe(0)
      expect(await count([house.hanna])).toBe(0)
      expect(await count([house.administrator, house.client])).toBe(0)
    },
  )

  it('[SQ11] is never changed, and takes no version after the lock, nor a signature in another’s name', async () => {
    const [hers, theirs] = [await ruth(), await mara()]
    const meeting = await recorded(hers)
    await sign(hers, meeting)
    await sign(theirs, meeting)
    for (const table of ['supervision_meeting', 'meeting_version', 'meeting_signature']) {
      await expect(api.owner.query(`DELETE FROM ${table}`)).rejects.toThrow(/append-only/)
    }
    const again = `INSERT INTO meeting_version SELECT meeting_id, version + 1, clinic_id, supervision_id, held_on,
      written_by, written_at, hash, key_version, content FROM meeting_version WHERE meeting_id = $1`
    const open = await recorded(hers)
    const forged = `INSERT INTO meeting_signature SELECT meeting_id, version, clinic_id, supervision_id, $2, now(), hash
      FROM meeting_version WHERE meeting_id = $1`
    const as = (sql: string, values: readonly unknown[]) =>
      transactions()
        .run([house.clinic], (manager) => manager.query(sql, [...values]), [house.supervisor])
        .then(() => null, sqlStateOf)
    expect(await as(again, [meeting.id])).toBe('23001')
    expect(await as(forged, [open.id, house.practitioner])).toBe('42501')
    expect(await as(forged, [open.id, house.supervisor])).toBeNull()
  })
})

describe('who may ask for what the two keep', () => {
  it('[SQ14] the two do; for everybody else it does not exist', async () => {
    const meeting = await recorded(await ruth())
    const { version, hash } = latestOf(meeting)
    const asked: readonly (readonly [string, unknown?, string?])[] = [
      ['agenda'],
      ['meetings?from=2026-01-01'],
      ['agenda', { about: { kind: 'topic' }, words: 'Rest' }],
      ['agenda/order', { items: [] }, 'PUT'],
      [`agenda/${meeting.id}/discussed`, {}],
      ['meetings', { content: A_MEETING, discussed: [] }],
      [`meetings/${meeting.id}/versions`, { after: 1, content: A_MEETING }],
      [`meetings/${meeting.id}/sign`, { version, hash }],
    ]
    const others = [
      await seatOf(api, 'console', house.hanna, house),
      await seatOf(api, 'console', house.administrator, house),
      await seatOf(api, 'portal', house.client, house),
    ]
    for (const { ask, pair } of others) {
      for (const [path, body, method] of asked) {
        expect([path, gist(await ask(`${pair}/${path}`, body, method))]).toEqual([path, [404, 'not-found']])
      }
    }
    const nobody = await api.ask(
      'console',
      `/api/supervision/pairs/${house.supervisor}/${house.hanna}/agenda`,
    )
    expect(nobody.status).toBe(401)
  })

  it('[SQ14] without a case together any more they read and sign, and nothing is added', async () => {
    const [hers, theirs] = [await ruth(), await mara()]
    const meeting = await recorded(hers)
    await api.owner.query('UPDATE case_supervisor SET until = now() WHERE case_id = ANY ($1)', [
      [house.case, house.otherCase],
    ])
    expect((await logOf(theirs)).meetings.length).toBeGreaterThan(0)
    expect((await sign(theirs, meeting)).status).toBe(200)
    const more = await theirs.ofPair('agenda', { about: { kind: 'topic' }, words: 'Rest' })
    expect(gist(more)).toEqual([403, 'read-only'])
    await api.owner.query('UPDATE case_supervisor SET until = NULL')
  })
})
