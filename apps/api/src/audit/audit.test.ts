import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { AuditChecked, AuditFindings, AuditPage } from '@accord/domain/rest/audit'
import { startTestApi, type TestApi } from '../../test/api.js'
import { aHouse, cookieFor, emailOf, type House } from '../../test/people.js'
import { verifyAudits } from './verify-audits.js'

let api: TestApi
let house: House
const cookies = new Map<string, string>()

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  house = await aHouse(api)
  for (const [who, audience] of [
    ['practitioner', 'console'],
    ['supervisor', 'console'],
    ['administrator', 'console'],
    ['client', 'portal'],
    ['otherClient', 'portal'],
  ] as const)
    cookies.set(who, await cookieFor(api, audience, house[who]))
}, 30_000)
afterAll(() => api.stop())

type Who = 'practitioner' | 'supervisor' | 'administrator' | 'client' | 'otherClient'
const appOf = (who: Who) => (who.toLowerCase().includes('client') ? 'portal' : 'console')
const asks = (who: Who, path: string) => api.ask(appOf(who), path, { cookie: cookies.get(who) ?? '' })
const audit = async (search = '') => (await asks('administrator', `/api/audit${search}`)).json as AuditPage

describe('the audit of a clinic', () => {
  it('[AU1] tells who read what as what, and what was refused, with the case and where from', async () => {
    await asks('practitioner', `/api/cases/${house.case}`)
    await asks('otherClient', `/api/cases/${house.case}`)
    const { events, people } = await audit(`?case=${house.case}`)
    expect(
      events.map(({ person, action, outcome, code, relation }) => [person, action, outcome, code, relation]),
    ).toEqual([
      [house.otherClient, 'case.read', 'refused', 'not-found', null],
      [house.practitioner, 'case.read', 'done', null, 'practitioner'],
    ])
    expect(events[1]).toMatchObject({ audience: 'console', roles: ['practitioner'] })
    expect(events[1]?.address).toMatch(/127\.0\.0\.1|::1/)
    expect(people.map(({ person }) => person)).toEqual(
      expect.arrayContaining([house.practitioner, house.otherClient]),
    )
  })

  it('[AU1] tells sign-ins and wrong passwords of accounts that exist', async () => {
    const wrong = { email: emailOf(house.client), password: 'not the pass phrase' }
    await api.ask('portal', '/api/sign-in', { body: wrong })
    await api.ask('portal', '/api/sign-in', { body: { ...wrong, email: 'nobody@example.org' } })
    const { events } = await audit('?kind=sign-in&outcome=refused')
    expect(events).toMatchObject([{ person: house.client, action: 'sign-in', code: 'wrong-credentials' }])
    expect((await audit('?kind=sign-in&outcome=done')).total).toBeGreaterThanOrEqual(5)
  })

  it('[AU1] leaves the furniture of screens out, unless it is refused', async () => {
    const before = (await audit()).total
    await asks('client', '/api/me')
    await asks('client', '/api/attention')
    expect((await audit()).total).toBe(before)
  })

  it('[AU3] tells the same look within five minutes once', async () => {
    const looks = async () => (await audit(`?person=${house.supervisor}&kind=read`)).total
    const before = await looks()
    for (let time = 0; time < 3; time++) await asks('supervisor', `/api/cases/${house.case}`)
    expect(await looks()).toBe(before + 1)
    api.clock.advance(6 * 60_000)
    await asks('supervisor', `/api/cases/${house.case}`)
    expect(await looks()).toBe(before + 2)
  })

  it('[AU5] is read by administrators alone', async () => {
    for (const who of ['practitioner', 'supervisor', 'client', 'otherClient'] as const)
      for (const path of ['/api/audit', '/api/audit/file', '/api/audit/check', '/api/audit/findings'])
        expect([who, path, (await asks(who, path)).status]).toEqual([who, path, 403])
    expect((await api.ask('console', '/api/audit')).status).toBe(401)
  })

  it('[AU2] answers nothing that could not be written down', async () => {
    await api.owner.query('ALTER FUNCTION append_audit(jsonb) RENAME TO append_audit_away')
    try {
      api.clock.advance(6 * 60_000)
      const answer = await asks('practitioner', `/api/cases/${house.case}`)
      expect(answer.status).toBeGreaterThanOrEqual(500)
      expect(JSON.stringify(answer.json)).not.toContain(house.case)
    } finally {
      await api.owner.query('ALTER FUNCTION append_audit_away(jsonb) RENAME TO append_audit')
    }
    expect((await asks('practitioner', `/api/cases/${house.case}`)).status).toBe(200)
  })

  it('[AU4] PostgreSQL and the domain compute one chain, and many at once leave no gap', async () => {
    api.clock.advance(6 * 60_000)
    await Promise.all(Array.from({ length: 20 }, () => asks('otherClient', `/api/cases/${house.case}`)))
    const checked = (await asks('administrator', '/api/audit/check')).json as AuditChecked
    expect(checked.broken).toBeNull()
    expect(checked.events).toBeGreaterThan(20)
  })

  it('[AU4] names the first event that was altered behind its back, and the command says so too', async () => {
    await api.owner.query('ALTER TABLE audit_event DISABLE TRIGGER append_only')
    await api.owner.query(`UPDATE audit_event SET outcome = 'done' WHERE clinic_id = $1 AND seq = 9`, [
      house.clinic,
    ])
    const checked = (await asks('administrator', '/api/audit/check')).json as AuditChecked
    expect(checked.broken).toBe(9)
    const said: unknown[] = []
    await verifyAudits(api.config.databaseUrl, (result) => said.push(result))
    expect(said).toContainEqual({ clinic: house.clinic, events: 8, broken: 9 })
  })

  it('[AU4] refuses to change or remove an event', async () => {
    await api.owner.query('ALTER TABLE audit_event ENABLE TRIGGER append_only')
    await expect(api.owner.query('UPDATE audit_event SET code = NULL')).rejects.toThrow()
    await expect(api.owner.query('DELETE FROM audit_event')).rejects.toThrow()
    await expect(api.owner.query('TRUNCATE audit_event')).rejects.toThrow()
  })

  it('[AU6] comes as a file, a line an event, without a name that a spreadsheet would run', async () => {
    await api.owner.query('UPDATE person SET name = $2 WHERE person_id = $1', [
      house.client,
      '=HYPERLINK("x")',
    ])
    await asks('client', `/api/cases/${house.case}`)
    const file = (await asks('administrator', '/api/audit/file')).text
    expect(file.split('\r\n')[0]).toContain('seq,at,person')
    expect(file).toContain(`"'=HYPERLINK(""x"")"`)
  })

  it('[AU7] lists what is out of the ordinary', async () => {
    const { findings, people } = (await asks('administrator', '/api/audit/findings')).json as AuditFindings
    // What was exported here counts as well where it is night just now.
    const byDay = findings.filter(({ kind }) => kind !== 'night-export')
    expect(byDay).toMatchObject([{ kind: 'many-refusals', person: house.otherClient }])
    expect(people.map(({ person }) => person)).toContain(house.otherClient)
  })
})
