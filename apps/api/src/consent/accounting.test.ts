import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { CaseDisclosures } from '@accord/domain/rest/consent'
import { startTestApi, type TestApi } from '../../test/api.js'
import { gist } from '../../test/desk.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'
import { Press } from '../paper/press.js'

const YEAR = 365 * 86_400_000
const WHO = ['client', 'otherClient', 'practitioner', 'supervisor', 'administrator'] as const
type Who = (typeof WHO)[number]
const appOf = (who: Who) => (who === 'client' || who === 'otherClient' ? 'portal' : 'console')

let api: TestApi
let house: House
let cookies: Record<Who, string>

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  house = await aHouse(api)
  const signedIn = WHO.map(async (who) => [who, await cookieFor(api, appOf(who), house[who])] as const)
  cookies = Object.fromEntries(await Promise.all(signedIn)) as Record<Who, string>
}, 30_000)
afterAll(() => api.stop())

const ask = (who: Who, path: string, body?: unknown) =>
  api.ask(appOf(who), `/api/cases/${house.case}/disclosures${path}`, {
    cookie: cookies[who],
    ...(body === undefined ? {} : { body }),
  })
const tell = (wishes: object) => {
  const row = { toldAt: Date.now() - 1_000, what: 'Dates of sessions', why: 'An order', consent: null }
  return ask('practitioner', '', { ...row, authority: 'court', heldUntil: null, address: null, ...wishes })
}

describe('the accounting of disclosures', () => {
  it('[CO10] has date, recipient, address, what, why and authority of each, and neither treatment, payment and operations nor what is held back', async () => {
    for (const wishes of [
      { recipient: 'County court', address: '1 Court Lane, Leeds' },
      { recipient: 'Dr Okafor', authority: 'treatment-payment-operations', why: 'Shared care' },
      { recipient: 'Police', authority: 'law', heldUntil: Date.now() + 86_400_000 },
      { recipient: 'A court of long ago', toldAt: Date.now() - 7 * YEAR },
    ])
      expect((await tell(wishes)).status).toBe(201)
    const printing = jest.spyOn(api.app.get(Press, { strict: false }), 'print')
    expect((await ask('client', '/pdf?paper=A4')).status).toBe(200)
    const [[job] = []] = printing.mock.calls
    const words = JSON.stringify(job?.blocks)
    for (const there of [
      'County court',
      '1 Court Lane, Leeds',
      'Dates of sessions',
      'An order',
      'court’s order',
    ])
      expect(words).toContain(there)
    for (const not of ['Dr Okafor', 'Police', 'long ago']) expect(words).not.toContain(not)
    printing.mockRestore()
  })

  it('[CO10] leaves what was told for treatment in the register and in the audit', async () => {
    const { disclosures } = (await ask('client', '')).json as CaseDisclosures
    expect(disclosures.map(({ recipient }) => recipient)).toContain('Dr Okafor')
    const audited = await api.owner.query<unknown[]>(
      `SELECT 1 FROM audit_event WHERE action = 'disclosure.write' AND outcome = 'done'`,
    )
    expect(audited).toHaveLength(4)
  })

  it('[CO10] is printed for the people of the case, which stands in the audit, and for nobody else', async () => {
    const answers = await Promise.all(
      WHO.map(async (who) => [who, await ask(who, '/pdf?paper=Letter')] as const),
    )
    const statuses = Object.fromEntries(answers.map(([who, { status }]) => [who, status]))
    expect(statuses).toEqual({
      ...{ client: 200, practitioner: 200, supervisor: 200 },
      ...{ otherClient: 404, administrator: 404 },
    })
    expect(gist(await ask('client', '/pdf?paper=A5'))[0]).toBe(400)
    const printed = await api.owner.query<unknown[]>(
      `SELECT 1 FROM audit_event WHERE action = 'disclosure.print' AND outcome = 'done'`,
    )
    expect(printed).toHaveLength(4)
  })
})
