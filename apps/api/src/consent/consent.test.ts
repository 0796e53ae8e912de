import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { PersonId } from '@accord/domain/ids'
import type { CaseFile } from '@accord/domain/rest/case-file'
import type { CaseConsents, CaseDisclosures, ConsentTexts } from '@accord/domain/rest/consent'
import { startTestApi, type TestApi } from '../../test/api.js'
import { deskOf, gist } from '../../test/desk.js'
import { openPlan, planOf } from '../../test/live/clients.js'
import { createPerson } from '../../test/live/clinic.js'
import { aHouse, cookieFor, givePasswords } from '../../test/people.js'
import { startSecond } from '../../test/second-process.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'

let api: TestApi
let second: TestApi

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 500, attemptsPerAddress: 5_000 } })
  second = await startSecond(api)
}, 30_000)
afterAll(async () => {
  await second.stop()
  await api.stop()
})

type Answers = readonly (readonly ['limits' | 'working-together' | 'supervision', 'yes' | 'no'])[]

async function aScene() {
  const house = await aHouse(api)
  const cookies = {
    client: await cookieFor(api, 'portal', house.client),
    otherClient: await cookieFor(api, 'portal', house.otherClient),
    practitioner: await cookieFor(api, 'console', house.practitioner),
    supervisor: await cookieFor(api, 'console', house.supervisor),
    administrator: await cookieFor(api, 'console', house.administrator),
  }
  type Who = keyof typeof cookies
  const ask = (who: Who, path: string, body?: unknown) =>
    api.ask(who === 'client' || who === 'otherClient' ? 'portal' : 'console', path, {
      cookie: cookies[who],
      ...(body === undefined ? {} : { body }),
    })
  const base = `/api/cases/${house.case}`
  const consents = async (who: Who) => (await ask(who, `${base}/consents`)).json as CaseConsents
  const answer = async (answers: Answers, wishes: object = {}) => {
    const { texts } = await consents('client')
    const hashOf = (purpose: string) => texts.find((text) => text.purpose === purpose)?.hash
    const said = answers.map(([purpose, yes]) => ({ purpose, answer: yes, text: hashOf(purpose) }))
    const body = { name: 'Jonah Reyes', acknowledged: 4, said, ...wishes }
    return ask('client', `${base}/consents/${house.client}`, body)
  }
  return { house, ask, base, consents, answer, plan: await planOf(api, house), cookies }
}

const asked = ({ clients }: CaseConsents) => clients[0]?.asked.map(({ purpose, why }) => [purpose, why])
const ALL_YES: Answers = [
  ['limits', 'yes'],
  ['working-together', 'yes'],
  ['supervision', 'yes'],
]

describe('what a client is asked', () => {
  it('[CO3] [CO5] is asked until it is answered, all of it in one act, under a typed name', async () => {
    const { consents, answer } = await aScene()
    expect(asked(await consents('client'))).toEqual([
      ['limits', 'never-answered'],
      ['working-together', 'never-answered'],
      ['supervision', 'never-answered'],
    ])
    expect(gist(await answer(ALL_YES, { name: null }))).toEqual([400, 'malformed'])
    expect(gist(await answer(ALL_YES, { acknowledged: 3 }))).toEqual([400, 'malformed'])
    expect(gist(await answer([['limits', 'no']]))).toEqual([400, 'malformed'])
    expect(asked(await consents('client'))).toHaveLength(3)
    const signed = (await answer(ALL_YES)).json as CaseConsents
    expect(asked(signed)).toEqual([])
    expect(signed.clients[0]?.ledger.map(({ purpose, answer: said, name }) => [purpose, said, name])).toEqual(
      [
        ['supervision', 'given', 'Jonah Reyes'],
        ['working-together', 'given', 'Jonah Reyes'],
        ['limits', 'given', 'Jonah Reyes'],
      ],
    )
  })

  it('[CO1] [CO2] [CO5] is asked again when the words change, and signs no words but those on the screen', async () => {
    const { ask, consents, answer } = await aScene()
    const before = (await consents('client')).texts.find(({ purpose }) => purpose === 'supervision')
    await answer(ALL_YES)
    const text = {
      over: 1,
      title: 'Supervision',
      words: 'Ruth may read along.',
      points: [],
      reason: 'Shorter',
    }
    const put = (who: 'administrator' | 'practitioner', body: object) =>
      ask(who, '/api/clinic/consent-texts/supervision', body)
    expect(gist(await put('practitioner', text))).toEqual([403, 'not-yours'])
    expect(gist(await put('administrator', { ...text, over: 4 }))).toEqual([409, 'words-changed'])
    const { texts } = (await put('administrator', text)).json as ConsentTexts
    expect(texts.filter(({ purpose }) => purpose === 'supervision').map(({ version }) => version)).toEqual([
      2, 1,
    ])
    expect(asked(await consents('client'))).toEqual([['supervision', 'words-changed']])
    const old = { said: [{ purpose: 'supervision', answer: 'yes', text: before?.hash }] }
    expect(gist(await answer([], old))).toEqual([409, 'words-changed'])
    expect(asked((await answer([['supervision', 'yes']])).json as CaseConsents)).toEqual([])
  })

  it('[CO8] is read by the people of the case and answered by its client, and is nobody else’s', async () => {
    const { house, ask, base } = await aScene()
    const status = async (who: 'otherClient' | 'practitioner' | 'supervisor' | 'administrator') => {
      const body = {
        name: null,
        acknowledged: 0,
        said: [{ purpose: 'supervision', answer: 'no', text: 'a'.repeat(64) }],
      }
      const answered = await ask(who, `${base}/consents/${house.client}`, body)
      const told = await ask(who, `${base}/disclosures`)
      return [(await ask(who, `${base}/consents`)).status, answered.status, told.status]
    }
    expect(await status('practitioner')).toEqual([200, 403, 200])
    expect(await status('supervisor')).toEqual([200, 403, 200])
    expect(await status('administrator')).toEqual([404, 404, 404])
    expect(await status('otherClient')).toEqual([404, 404, 404])
    const stranger = `${base}/consents/${house.practitioner}`
    const body = {
      name: 'J',
      acknowledged: 0,
      said: [{ purpose: 'supervision', answer: 'yes', text: 'a'.repeat(64) }],
    }
    expect(gist(await ask('client', stranger, body))).toEqual([404, 'not-found'])
  })

  it('[CO3] keeps names where only the case’s key opens them, and nothing is changed afterwards', async () => {
    const { house, answer } = await aScene()
    await answer(ALL_YES)
    const rows: { words: Buffer }[] = await api.owner.query('SELECT words FROM consent WHERE case_id = $1', [
      house.case,
    ])
    expect(rows).toHaveLength(3)
    expect(rows.some((row) => row.words.toString('latin1').includes('Jonah'))).toBe(false)
    for (const sql of ['UPDATE consent SET place = 9', 'DELETE FROM consent', 'TRUNCATE consent CASCADE']) {
      await expect(api.owner.query(sql)).rejects.toThrow()
    }
  })
})

describe('a client who says no to supervision', () => {
  it('[CO6] closes the supervisor’s live plan, refuses what they ask next at any process, and can say yes again', async () => {
    const { house, answer, plan, ask, cookies, consents } = await aScene()
    await answer(ALL_YES)
    const ruth = await openPlan(api, house, 'supervisor', plan)
    const open = await second.ask('console', `/api/cases/${house.case}`, { cookie: cookies.supervisor })
    expect(open.status).toBe(200)
    expect((await answer([['supervision', 'no']])).status).toBe(200)
    await ruth.until((state) => state.closed === 'access-ended')
    for (const at of [api, second]) {
      const path = `/api/cases/${house.case}`
      expect(gist(await at.ask('console', path, { cookie: cookies.supervisor }))).toEqual([404, 'not-found'])
    }
    const said = await consents('client')
    expect([said.clients[0]?.ledger[0]?.answer, said.supervisors, said.awaiting]).toEqual([
      'withdrawn',
      [],
      ['Somebody'],
    ])
    await answer([['supervision', 'yes']])
    expect((await ask('supervisor', `/api/cases/${house.case}`)).status).toBe(200)
    ruth.close()
  })

  it('[CO6] has no other supervisor put in their place, by the desk or past it', async () => {
    const { house, answer, cookies } = await aScene()
    const tomasz = await createPerson(api.owner, house.clinic, ['supervisor'])
    await givePasswords(api.owner)
    await answer([['supervision', 'no']])
    const desk = deskOf(api, cookies.administrator)
    const refused = await desk.post(`case-files/${house.case}/supervisors`, {
      person: tomasz,
      insteadOf: null,
    })
    expect(gist(refused)).toEqual([409, 'consent-withheld'])
    const past = api.app.get(ClinicTransactions)
    const insert =
      'INSERT INTO case_supervisor (clinic_id, case_id, person_id, since) VALUES ($1, $2, $3, now())'
    await expect(
      past.run([house.clinic], (m) => m.query(insert, [house.clinic, house.case, tomasz])),
    ).rejects.toThrow(/row-level security/)
  })
})

describe('a client who stops the work', () => {
  it('[CO7] leaves everybody reading and nobody writing, until they give their yes again', async () => {
    const { house, answer, plan, ask, cookies } = await aScene()
    await answer(ALL_YES)
    const goal = {
      name: 'goal.add',
      goal: '018f0000-0000-7000-8000-0000000000aa',
      kind: 'change',
      title: 'One',
    }
    const write = async () => {
      const clientId = '018f0000-0000-7000-8000-0000000000bb'
      return ask('practitioner', `/api/plans/${plan}/operations`, { plan, clientId, op: 1, command: goal })
    }
    await answer([['working-together', 'no']])
    expect(gist(await write())).toEqual([409, 'case-closed'])
    const desk = deskOf(api, cookies.administrator)
    expect(gist(await desk.post(`case-files/${house.case}/reopen`))).toEqual([409, 'consent-withheld'])
    expect((await ask('practitioner', `/api/cases/${house.case}`)).status).toBe(200)
    await answer([['working-together', 'yes']])
    expect((await write()).status).toBeLessThan(300)
  })

  it('[CO7] opens nothing that was closed for another reason', async () => {
    const { house, answer, cookies } = await aScene()
    const desk = deskOf(api, cookies.administrator)
    await answer(ALL_YES)
    await desk.post(`case-files/${house.case}/close`)
    await answer([['working-together', 'no']])
    await answer([['working-together', 'yes']])
    expect(((await desk.get(`case-files/${house.case}`)).json as CaseFile).closedAt).not.toBeNull()
  })
})

describe('what is told to outsiders', () => {
  const told = (wishes: object = {}) => ({
    toldAt: Date.now() - 1_000,
    recipient: 'County court',
    address: null,
    what: 'Dates of sessions',
    why: 'An order of 12 November',
    authority: 'court',
    consent: null,
    heldUntil: null,
    ...wishes,
  })

  it('[CO9] is written down by staff, read by the client at once, and by the day it was held until', async () => {
    const { ask, base } = await aScene()
    const path = `${base}/disclosures`
    const list = async (who: 'client' | 'supervisor') =>
      ((await ask(who, path)).json as CaseDisclosures).disclosures
    expect(gist(await ask('client', path, told()))).toEqual([403, 'not-yours'])
    expect((await ask('practitioner', path, told())).status).toBe(201)
    expect(await list('client')).toMatchObject([{ recipient: 'County court', authority: 'court' }])
    const held = told({ heldUntil: Date.now() + 86_400_000, authority: 'law' })
    expect((await ask('practitioner', path, held)).status).toBe(201)
    expect(await list('client')).toHaveLength(1)
    expect(await list('supervisor')).toHaveLength(2)
    for (const wrong of [{ toldAt: Date.now() + 60_000 }, { heldUntil: Date.now() + 40 * 86_400_000 }]) {
      expect(gist(await ask('practitioner', path, told(wrong)))).toEqual([400, 'malformed'])
    }
  })

  it('[CO4] [CO9] rests on a consent only while it stands for that recipient', async () => {
    const { house, ask, base, answer, consents } = await aScene()
    const hash = (await consents('client')).texts.find(({ purpose }) => purpose === 'disclosure')?.hash
    const permit = (yes: 'yes' | 'no', recipient: object, expiresAt: number | null = null) => {
      const one = {
        purpose: 'disclosure',
        answer: yes,
        text: hash,
        recipient,
        scope: 'whole-plan',
        goal: null,
        expiresAt,
      }
      return answer([], { said: [one] })
    }
    const given = ((await permit('yes', { name: 'Dr Okafor' })).json as CaseConsents).clients[0]?.ledger[0]
    expect(given).toMatchObject({ recipientName: 'Dr Okafor', answer: 'given' })
    const path = `${base}/disclosures`
    const body = told({ authority: 'consent', consent: given?.consent, recipient: 'Dr Okafor' })
    expect((await ask('practitioner', path, body)).status).toBe(201)
    await permit('no', { id: given?.recipient })
    expect(gist(await ask('practitioner', path, body))).toEqual([409, 'consent-withheld'])
    const stranger = '018f0000-0000-7000-8000-0000000000cc'
    expect(gist(await permit('no', { id: stranger }))).toEqual([404, 'not-found'])
    expect((await consents('client')).clients[0]?.client).toBe(house.client satisfies PersonId)
  })
})
