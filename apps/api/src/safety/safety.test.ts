import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Audience } from '@accord/domain/access/subject'
import type { PersonId } from '@accord/domain/ids'
import type { SafetyPlan, SafetyPlans, UrgentNumbersPage } from '@accord/domain/rest/safety'
import { NO_SAFETY_STEPS } from '@accord/domain/safety/safety-plan'
import { startTestApi, type TestApi } from '../../test/api.js'
import { gist } from '../../test/desk.js'
import { aHouse, cookieFor, givePasswords, type House } from '../../test/people.js'
import { createPerson } from '../../test/live/clinic.js'

let api: TestApi
let house: House
let cookies: Record<Who, string>

const APPS = {
  client: 'portal',
  partner: 'portal',
  guardian: 'portal',
  practitioner: 'console',
  supervisor: 'console',
  administrator: 'console',
} as const satisfies Record<string, Audience>
type Who = keyof typeof APPS

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  house = await aHouse(api)
  const joins = async (relation: 'client' | 'guardian') => {
    const person = await createPerson(api.owner, house.clinic, [])
    await api.owner.query(
      `INSERT INTO case_party (clinic_id, case_id, person_id, relation, since) VALUES ($1, $2, $3, $4, now())`,
      [house.clinic, house.case, person, relation],
    )
    return person
  }
  const people: Record<Who, PersonId> = {
    ...house,
    partner: await joins('client'),
    guardian: await joins('guardian'),
  }
  await givePasswords(api.owner)
  const signedIn = Object.entries(APPS).map(async ([who, audience]) => {
    return [who, await cookieFor(api, audience, people[who as Who])] as const
  })
  cookies = Object.fromEntries(await Promise.all(signedIn)) as Record<Who, string>
}, 30_000)
afterAll(() => api.stop())

const ask = (who: Who, path: string, body?: unknown, method?: 'PUT') =>
  api.ask(APPS[who], `/api/${path}`, {
    cookie: cookies[who],
    ...(body === undefined ? {} : { body }),
    ...(method === undefined ? {} : { method }),
  })
const plans = () => `cases/${house.case}/safety-plans`
const read = async (who: Who) => ((await ask(who, plans())).json as SafetyPlans).plans
const line = (words: string, phone: string | null = null) => ({ words, phone })
const write = (who: Who, after: number, words: string) =>
  ask(who, `${plans()}/${house.client}`, {
    after,
    steps: { ...NO_SAFETY_STEPS, signs: [line(words)], people: [line('Dele', '+44 7700 900123')] },
  })

describe('a safety plan', () => {
  it('[SA6] [SA7] is written by its client and their practitioner, each upon what the other wrote', async () => {
    expect(((await write('client', 0, 'Not sleeping')).json as SafetyPlan).version).toBe(1)
    expect(gist(await write('practitioner', 0, 'Other words'))).toEqual([409, 'words-changed'])
    expect((await write('practitioner', 1, 'Not sleeping, not eating')).status).toBe(200)
    for (const who of ['client', 'practitioner', 'supervisor'] as const) {
      const found = (await read(who)).find(({ client }) => client === house.client)
      expect(found).toMatchObject({ version: 2, changed: { by: house.practitioner } })
      expect(found?.steps.signs).toEqual([line('Not sleeping, not eating')])
    }
    expect(gist(await write('supervisor', 2, 'Mine'))).toEqual([403, 'read-only'])
  })

  it('[SA7] is nobody else’s: not a partner’s, a guardian’s or an administrator’s', async () => {
    expect((await read('partner')).some(({ client }) => client === house.client)).toBe(false)
    expect((await write('partner', 2, 'Theirs')).status).toBe(404)
    for (const who of ['guardian', 'administrator'] as const)
      expect((await ask(who, plans())).status).toBe(404)
    const rows = await api.owner.query<{ row: string }[]>('SELECT p::text AS row FROM safety_plan_version p')
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('sleeping').toString('hex'))
    await expect(api.owner.query('DELETE FROM safety_plan_version')).rejects.toThrow(/append-only/)
  })
})

describe('urgent numbers', () => {
  it('[SA10] are there for everybody from the first day, and become the clinic’s own when its administrator says so', async () => {
    for (const who of Object.keys(APPS) as Who[]) {
      const first = (await ask(who, 'urgent-numbers')).json as UrgentNumbersPage
      expect([first.version, first.numbers.length > 0, first.numbers.every(({ source }) => source)]).toEqual([
        0,
        true,
        true,
      ])
    }
    const number = { name: 'Night line', number: '0800 111 222', note: '', source: 'Our town' }
    const body = { over: 0, country: 'GB', numbers: [number] }
    expect(gist(await ask('practitioner', 'urgent-numbers', body, 'PUT'))).toEqual([403, 'not-yours'])
    expect((await ask('administrator', 'urgent-numbers', body, 'PUT')).status).toBe(200)
    expect(gist(await ask('administrator', 'urgent-numbers', body, 'PUT'))).toEqual([409, 'words-changed'])
    expect((await ask('client', 'urgent-numbers')).json).toMatchObject({ version: 1, numbers: [number] })
  })
})
