import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { CaseId, LogId, PersonId } from '@accord/domain/ids'
import type { CaseFile, CaseFiles, CasePhases, OpenCaseBody } from '@accord/domain/rest/case-file'
import type { CaseList } from '@accord/domain/rest/case'
import { startTestApi, type TestApi } from '../../test/api.js'
import { deskOf, gist } from '../../test/desk.js'
import { createPerson } from '../../test/live/clinic.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'
import { PlanReader } from '../plan/plan-reader.js'

let api: TestApi
let house: House
let desk: ReturnType<typeof deskOf>
let guardian: PersonId
let newcomer: PersonId

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAddress: 200 } })
  const seed = await aHouse(api)
  guardian = await createPerson(api.owner, seed.clinic, [])
  newcomer = await createPerson(api.owner, seed.clinic, [])
  house = seed
  await api.owner.query(
    `UPDATE person SET password_hash = (SELECT password_hash FROM person WHERE person_id = $1)
     WHERE password_hash IS NULL`,
    [house.client],
  )
  desk = deskOf(api, await cookieFor(api, 'console', house.administrator))
}, 30_000)
afterAll(() => api.stop())

function opening(wishes: Partial<OpenCaseBody> = {}): OpenCaseBody {
  return {
    discipline: 'counselling',
    parties: [
      { person: newcomer, relation: 'client' },
      { person: house.practitioner, relation: 'practitioner' },
    ],
    supervisors: [house.supervisor],
    phase: 'commitment',
    ...wishes,
  }
}
const open = async (wishes: Partial<OpenCaseBody> = {}) =>
  (await desk.post('case-files', opening(wishes))).json as CaseFile
const parts = (file: CaseFile) =>
  file.people.map(({ person, relation, until }) => [person, relation, until === null])
const planOf = async (caseId: CaseId): Promise<LogId> => {
  const rows = await api.owner.query<{ log_id: LogId }[]>('SELECT log_id FROM log WHERE case_id = $1', [
    caseId,
  ])
  return rows[0]?.log_id ?? ('' as LogId)
}
const cases = async (audience: 'console' | 'portal', person: PersonId) => {
  const cookie = await cookieFor(api, audience, person)
  return ((await api.ask(audience, '/api/cases', { cookie })).json as CaseList).cases
}

describe('opening a case', () => {
  it('[CL10] gives it parties, a supervisor, a plan and a first phase', async () => {
    const answer = await desk.post('case-files', opening())
    expect(answer.status).toBe(201)
    const file = answer.json as CaseFile
    expect(parts(file).slice(0, 2).sort()).toEqual(
      opening()
        .parties.map(({ person, relation }) => [person, relation, true])
        .sort(),
    )
    expect(parts(file)[2]).toEqual([house.supervisor, 'supervisor', true])
    expect((await desk.get(`case-files/${file.caseId}`)).json).toEqual(file)
    expect(((await desk.get('case-files')).json as CaseFiles).cases[0]).toEqual(file)
    const plan = await planOf(file.caseId)
    const read = await api.app.get(PlanReader).read({ clinic: house.clinic, log: plan })
    expect(read.parties.map(({ person, relation }) => ({ person, relation }))).toEqual(opening().parties)
    const mine = (await cases('portal', newcomer)).find(({ caseId }) => caseId === file.caseId)
    expect(mine).toMatchObject({ plan, relation: 'client', closedAt: null, goals: [] })
  })

  it('[CL10] is refused with people who are no staff, disabled, of another clinic, or both party and supervisor', async () => {
    const elsewhere = await aHouse(api)
    const unfit: readonly Partial<OpenCaseBody>[] = [
      { supervisors: [house.client] },
      { supervisors: [elsewhere.supervisor] },
      { parties: [{ person: elsewhere.client, relation: 'client' }, ...opening().parties.slice(1)] },
      {
        parties: [...opening().parties.slice(0, 1), { person: house.supervisor, relation: 'practitioner' }],
        supervisors: [],
      },
    ]
    for (const wishes of unfit) {
      expect(gist(await desk.post('case-files', opening(wishes)))).toEqual([409, 'unfit-person'])
    }
    const malformed: readonly object[] = [
      { supervisors: [house.practitioner] },
      { parties: opening().parties.slice(0, 1) },
      { parties: [...opening().parties, { person: newcomer, relation: 'guardian' }] },
      { phase: 'orientation' },
      { discipline: 'massage', phase: 'commitment' },
    ]
    for (const wishes of malformed) {
      expect(gist(await desk.post('case-files', { ...opening(), ...wishes }))).toEqual([400, 'malformed'])
    }
    await desk.post(`people/${newcomer}/disable`)
    expect(gist(await desk.post('case-files', opening()))).toEqual([409, 'unfit-person'])
    await desk.post(`people/${newcomer}/enable`)
  })

  it('[CL10] is for administrators, and a case of another clinic does not exist', async () => {
    for (const who of ['practitioner', 'supervisor'] as const) {
      const other = deskOf(api, await cookieFor(api, 'console', house[who]))
      expect(gist(await other.post('case-files', opening()))).toEqual([403, 'not-yours'])
      expect(gist(await other.get(`case-files/${house.case}`))).toEqual([403, 'not-yours'])
      expect(gist(await other.post(`case-files/${house.case}/close`))).toEqual([403, 'not-yours'])
    }
    const elsewhere = await aHouse(api)
    const body = { person: newcomer, relation: 'client', insteadOf: null }
    const answers = [
      await desk.get(`case-files/${elsewhere.case}`),
      await desk.post(`case-files/${elsewhere.case}/parties`, body),
      await desk.post(`case-files/${elsewhere.case}/parties/end`, { person: elsewhere.client }),
      await desk.post(`case-files/${elsewhere.case}/close`),
      await desk.get('case-files/nothing'),
    ]
    for (const answer of answers) expect(gist(answer)).toEqual([404, 'not-found'])
  })
})

describe('changing who has a part', () => {
  it('[CL12] lets a guardian join, and their part end', async () => {
    const file = await open()
    const joined = await desk.post(`case-files/${file.caseId}/parties`, {
      person: guardian,
      relation: 'guardian',
      insteadOf: null,
    })
    expect(parts(joined.json as CaseFile)).toContainEqual([guardian, 'guardian', true])
    expect(await cases('portal', guardian)).toMatchObject([{ caseId: file.caseId, relation: 'guardian' }])
    const ended = await desk.post(`case-files/${file.caseId}/parties/end`, { person: guardian })
    expect(parts(ended.json as CaseFile)).toContainEqual([guardian, 'guardian', false])
    expect(await cases('portal', guardian)).toEqual([])
    const { parties, seq } = await api.app
      .get(PlanReader)
      .read({ clinic: house.clinic, log: await planOf(file.caseId) })
    expect(seq).toBe(4)
    expect(parties.filter(({ until }) => until === null)).toHaveLength(2)
  })

  it('[CL12] leaves an open case its client and its practitioner, and nobody with two parts', async () => {
    const { caseId } = await open()
    const end = (person: PersonId) => desk.post(`case-files/${caseId}/parties/end`, { person })
    expect(gist(await end(newcomer))).toEqual([409, 'last-party'])
    expect(gist(await end(house.practitioner))).toEqual([409, 'last-party'])
    expect(gist(await end(guardian))).toEqual([404, 'not-found'])
    const join = (person: PersonId, relation: string) =>
      desk.post(`case-files/${caseId}/parties`, { person, relation, insteadOf: null })
    expect(gist(await join(newcomer, 'guardian'))).toEqual([409, 'already-exists'])
    expect(gist(await join(house.supervisor, 'client'))).toEqual([409, 'already-exists'])
    expect(gist(await join(guardian, 'practitioner'))).toEqual([409, 'unfit-person'])
    expect(gist(await join(guardian, 'supervisor'))).toEqual([400, 'malformed'])
  })

  it('[CL12] hands a case to another supervisor, without a word in the plan’s log', async () => {
    const { caseId } = await open()
    const tomasz = await createPerson(api.owner, house.clinic, ['supervisor'])
    const body = { person: tomasz, insteadOf: house.supervisor }
    const file = (await desk.post(`case-files/${caseId}/supervisors`, body)).json as CaseFile
    expect(parts(file).slice(2)).toEqual([
      [house.supervisor, 'supervisor', false],
      [tomasz, 'supervisor', true],
    ])
    expect((await cases('console', house.supervisor)).map((one) => one.caseId)).not.toContain(caseId)
    expect(
      (await api.app.get(PlanReader).read({ clinic: house.clinic, log: await planOf(caseId) })).seq,
    ).toBe(2)
    const ended = await desk.post(`case-files/${caseId}/supervisors/end`, { person: tomasz })
    expect(parts(ended.json as CaseFile)).toContainEqual([tomasz, 'supervisor', false])
  })

  it('[CL14] stops while the case is closed, and goes on when it is opened again', async () => {
    const { caseId } = await open()
    const closed = (await desk.post(`case-files/${caseId}/close`)).json as CaseFile
    expect(closed.closedAt).toBeGreaterThan(0)
    expect(gist(await desk.post(`case-files/${caseId}/close`))).toEqual([409, 'already-exists'])
    const join = { person: guardian, relation: 'guardian', insteadOf: null }
    expect(gist(await desk.post(`case-files/${caseId}/parties`, join))).toEqual([409, 'case-closed'])
    const mine = (await cases('portal', newcomer)).find((one) => one.caseId === caseId)
    expect(mine?.closedAt).toBe(closed.closedAt)
    expect((await desk.post(`case-files/${caseId}/reopen`)).json).toMatchObject({ closedAt: null })
    expect(gist(await desk.post(`case-files/${caseId}/reopen`))).toEqual([409, 'already-exists'])
    expect((await desk.post(`case-files/${caseId}/parties`, join)).status).toBe(200)
  })
})

describe('the phase of a case', () => {
  const ask = async (audience: 'console' | 'portal', person: PersonId, caseId: CaseId, body?: object) => {
    const cookie = await cookieFor(api, audience, person)
    return api.ask(audience, `/api/cases/${caseId}/phases`, body ? { cookie, body } : { cookie })
  }

  it('[CL15] is changed by the practitioner, forth and back, each time with its day, author and reason', async () => {
    const { caseId } = await open()
    const mara = house.practitioner
    await ask('console', mara, caseId, { phase: 'process', reason: 'we both said so' })
    const answer = await ask('console', mara, caseId, { phase: 'commitment', reason: null })
    const { possible, history } = answer.json as CasePhases
    expect(possible).toEqual(['commitment', 'process', 'change', 'termination'])
    expect(history.map(({ phase, by, reason }) => [phase, by.person, reason])).toEqual([
      ['commitment', house.administrator, null],
      ['process', mara, 'we both said so'],
      ['commitment', mara, null],
    ])
    expect((await ask('portal', newcomer, caseId)).json).toEqual(answer.json)
    expect((await ask('console', house.supervisor, caseId)).json).toEqual(answer.json)
    expect(gist(await ask('console', mara, caseId, { phase: 'commitment', reason: null }))).toEqual([
      409,
      'already-exists',
    ])
    expect(gist(await ask('console', mara, caseId, { phase: 'working', reason: null }))).toEqual([
      400,
      'malformed',
    ])
    const rows = await api.owner.query<{ row: string }[]>('SELECT f::text AS row FROM case_phase f')
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('we both').toString('hex'))
    await expect(api.owner.query('UPDATE case_phase SET since = now()')).rejects.toThrow(/append-only/)
    await expect(api.owner.query('DELETE FROM case_phase')).rejects.toThrow(/append-only/)
  })

  it('[CL15] is not changed by anybody else, nor in a closed case, nor seen by administrators', async () => {
    const { caseId } = await open({ discipline: 'massage', phase: 'orientation' })
    const body = { phase: 'working', reason: null }
    expect(gist(await ask('portal', newcomer, caseId, body))).toEqual([403, 'not-yours'])
    expect(gist(await ask('console', house.supervisor, caseId, body))).toEqual([403, 'read-only'])
    expect(gist(await ask('console', house.administrator, caseId, body))).toEqual([404, 'not-found'])
    expect(gist(await ask('console', house.administrator, caseId))).toEqual([404, 'not-found'])
    expect(gist(await ask('portal', house.otherClient, caseId))).toEqual([404, 'not-found'])
    await desk.post(`case-files/${caseId}/close`)
    expect(gist(await ask('console', house.practitioner, caseId, body))).toEqual([409, 'case-closed'])
    expect((await ask('console', house.practitioner, caseId)).status).toBe(200)
  })
})
