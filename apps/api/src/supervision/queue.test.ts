import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { LogId, PersonId } from '@accord/domain/ids'
import type { Agenda, QueuePage, SupervisionPairs } from '@accord/domain/rest/supervision'
import { startTestApi, type TestApi } from '../../test/api.js'
import { gist } from '../../test/desk.js'
import { openPlan, startGoal } from '../../test/live/clients.js'
import { createPerson } from '../../test/live/clinic.js'
import { givePasswords } from '../../test/people.js'
import { aSupervisedHouse, seatOf, type SupervisedHouse } from '../../test/supervision.js'

let api: TestApi
let house: SupervisedHouse

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  house = await aSupervisedHouse(api)
})
afterAll(() => api.stop())

const ruth = () => seatOf(api, 'console', house.supervisor, house)
const mara = () => seatOf(api, 'console', house.practitioner, house)

async function queueOf(seat: Awaited<ReturnType<typeof ruth>>, query = ''): Promise<QueuePage> {
  return (await seat.ask(`/api/supervision/queue${query}`)).json as QueuePage
}

async function planOfCase(): Promise<LogId> {
  const { json } = await (await ruth()).ask(`/api/cases/${house.case}`)
  return (json as { plan: LogId }).plan
}

describe('a supervisor’s queue', () => {
  it('[SQ14] is answered to supervisors; pairs also to practitioners; nothing to anybody else', async () => {
    const asked = async (audience: 'console' | 'portal', person: PersonId) => {
      const { ask } = await seatOf(api, audience, person, house)
      const settings = { order: 'need', practitioner: null }
      const answers = [
        await ask('/api/supervision/queue'),
        await ask('/api/supervision/queue/settings', settings, 'PUT'),
        await ask('/api/supervision/pairs'),
      ]
      return answers.map(({ status }) => status)
    }
    expect(await asked('console', house.supervisor)).toEqual([200, 204, 200])
    expect(await asked('console', house.practitioner)).toEqual([403, 403, 200])
    expect(await asked('console', house.administrator)).toEqual([403, 403, 403])
    expect(await asked('portal', house.client)).toEqual([403, 403, 403])
    expect((await api.ask('console', '/api/supervision/queue')).status).toBe(401)
    expect((await api.ask('console', '/api/supervision/pairs')).status).toBe(401)
  })

  it('[SQ1] [SQ2] says what was never read, and after reading what changed since', async () => {
    const seat = await ruth()
    const before = (await queueOf(seat)).cases.find(({ caseId }) => caseId === house.case)
    expect(before).toMatchObject({ band: 'this-week', readAt: null, readUpTo: 0 })
    expect(before?.reasons.map(({ kind }) => kind)).toEqual(['never-read'])
    const opened = await seat.ask(`/api/plans/${await planOfCase()}/history`)
    expect(opened.status).toBe(200)
    const after = (await queueOf(seat)).cases.find(({ caseId }) => caseId === house.case)
    expect(after).toMatchObject({ band: 'fine', reasons: [], changes: 0 })
    expect(after?.readUpTo).toBe(after?.head.seq)
    api.clock.advance(1_000)
    const jonah = await openPlan(api, house, 'client', await planOfCase())
    await startGoal(jonah)
    await jonah.saved()
    jonah.close()
    const changed = (await queueOf(seat)).cases.find(({ caseId }) => caseId === house.case)
    expect(changed?.changes).toBeGreaterThan(0)
  })

  it('[SQ6] shows one practitioner’s cases, counts everybody’s, and keeps how it is liked', async () => {
    const seat = await ruth()
    const { practitioners, counts } = await queueOf(seat)
    expect(practitioners.map(({ cases }) => cases).sort()).toEqual([1, 2])
    expect(counts.today + counts['this-week'] + counts.fine).toBe(3)
    const hers = await queueOf(seat, `?with=${house.hanna}`)
    expect(hers.cases.map(({ caseId }) => caseId)).toEqual([house.hannasCase])
    expect(hers.practitioners).toHaveLength(2)
    const settings = { order: 'name', practitioner: house.hanna }
    await seat.ask('/api/supervision/queue/settings', settings, 'PUT')
    expect((await queueOf(seat)).settings).toEqual(settings)
    expect((await seat.ask('/api/supervision/queue?from=-1')).status).toBe(400)
  })

  it('[SQ1] tells of a history that cannot be read without failing for the other cases', async () => {
    await api.owner.query(
      `INSERT INTO alert (alert_id, clinic_id, log_id, seq, kind, reason, at)
       SELECT uuidv7(), clinic_id, log_id, 1, 'history-broken', 'digest', now() FROM log WHERE case_id = $1`,
      [house.otherCase],
    )
    const { cases, counts } = await queueOf(await ruth())
    expect(counts.today).toBe(1)
    expect(cases[0]).toMatchObject({ caseId: house.otherCase, band: 'today' })
    expect(cases[0]?.reasons[0]?.kind).toBe('history-broken')
    expect(cases).toHaveLength(3)
  })

  it('[SQ15] moves to whoever takes over as supervisor, at once', async () => {
    const tomasz = await createPerson(api.owner, house.clinic, ['supervisor'])
    await givePasswords(api.owner)
    const beth = await seatOf(api, 'console', house.administrator, house)
    const theirs = await seatOf(api, 'console', tomasz, house)
    const ids = async (seat: typeof theirs) => (await queueOf(seat)).cases.map(({ caseId }) => caseId)
    expect(await ids(theirs)).toEqual([])
    const supervisors = `/api/case-files/${house.hannasCase}/supervisors`
    await beth.ask(supervisors, { person: tomasz, insteadOf: house.supervisor })
    expect(await ids(theirs)).toEqual([house.hannasCase])
    expect(await ids(await ruth())).not.toContain(house.hannasCase)
    const pairs = (await theirs.ask('/api/supervision/pairs')).json as SupervisionPairs
    expect(pairs.pairs.map(({ practitioner }) => practitioner.person)).toEqual([house.hanna])
    await beth.ask(supervisors, { person: house.supervisor, insteadOf: tomasz })
    expect(await ids(theirs)).toEqual([])
  })
})

describe('an agenda', () => {
  it('[SQ7] [SQ8] takes a goal from its practitioner, a topic from the supervisor, in their order', async () => {
    const jonah = await openPlan(api, house, 'client', await planOfCase())
    const goal = Object.values(jonah.state.confirmed?.goals ?? {})[0]?.id
    jonah.close()
    const [hers, theirs] = [await ruth(), await mara()]
    const about = { kind: 'goal', caseId: house.case, goal }
    const taken = await theirs.ofPair('agenda', { about, words: 'Are we going too fast?' })
    expect(taken.status).toBe(201)
    await hers.ofPair('agenda', { about: { kind: 'topic' }, words: 'Holidays' })
    const { items } = (await hers.ofPair('agenda')).json as Agenda
    expect(items.map(({ words }) => words)).toEqual(['Are we going too fast?', 'Holidays'])
    expect(items[0]).toMatchObject({ by: house.practitioner, clients: ['Somebody'], discussed: null })
    const order = items.map(({ id }) => id).reverse()
    const turned = (await theirs.ask(`${theirs.pair}/agenda/order`, { items: order }, 'PUT')).json as Agenda
    expect(turned.items.map(({ id }) => id)).toEqual(order)
    const queued = (await queueOf(hers)).cases.find(({ caseId }) => caseId === house.case)
    expect(queued?.brought?.by).toBe(house.practitioner)
    const done = (await hers.ofPair(`agenda/${order[0]}/discussed`, {})).json as Agenda
    expect(done.items.map(({ discussed }) => discussed === null)).toEqual([true, false])
    expect(gist(await hers.ofPair(`agenda/${order[0]}/discussed`, {}))).toEqual([404, 'not-found'])
  })

  it.each([
    ['a case that is not theirs', () => ({ kind: 'moment', caseId: house.hannasCase, seq: 1, goal: null })],
    ['a goal that is not there', () => ({ kind: 'goal', caseId: house.case, goal: house.case })],
    ['a moment that has not come', () => ({ kind: 'moment', caseId: house.case, seq: 9_999, goal: null })],
  ])('[SQ7] takes nothing that is about %s', async (_what, about) => {
    const { status } = await (await mara()).ofPair('agenda', { about: about(), words: '' })
    expect(status).toBe(404)
  })

  it('[SQ9] hides an item from the supervisor who gave up its case', async () => {
    const [hers, theirs] = [await ruth(), await mara()]
    await theirs.ofPair('agenda', {
      about: { kind: 'moment', caseId: house.case, seq: 1, goal: null },
      words: 'Here',
    })
    const seen = async (seat: typeof hers) =>
      ((await seat.ofPair('agenda')).json as Agenda).items.some(({ words }) => words === 'Here')
    expect(await seen(hers)).toBe(true)
    await api.owner.query('UPDATE case_supervisor SET until = now() WHERE case_id = $1', [house.case])
    expect([await seen(hers), await seen(theirs)]).toEqual([false, true])
    await api.owner.query('UPDATE case_supervisor SET until = NULL WHERE case_id = $1', [house.case])
  })
})
