import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Audience } from '@accord/domain/access/subject'
import type { PersonId } from '@accord/domain/ids'
import type { AttentionList } from '@accord/domain/rest/attention'
import type { EmergencyMatches, EmergencyNews, EmergencyRead } from '@accord/domain/rest/emergency'
import type { RecordLooks } from '@accord/domain/rest/looks'
import { NO_SAFETY_STEPS } from '@accord/domain/safety/safety-plan'
import { startTestApi, type TestApi } from '../../test/api.js'
import { gist } from '../../test/desk.js'
import { createPerson } from '../../test/live/clinic.js'
import { aHouse, cookieFor, givePasswords, type House } from '../../test/people.js'

let api: TestApi
let house: House
let people: Record<Who, PersonId>
let cookies: Record<Who, string>

const APPS = {
  client: 'portal',
  partner: 'portal',
  guardian: 'portal',
  practitioner: 'console',
  supervisor: 'console',
  administrator: 'console',
  hanna: 'console',
  other: 'console',
} as const satisfies Record<string, Audience>
type Who = keyof typeof APPS
const WHY = 'Rang from the bridge'

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
  people = {
    ...house,
    partner: await joins('client'),
    guardian: await joins('guardian'),
    hanna: await createPerson(api.owner, house.clinic, ['practitioner', 'supervisor']),
    other: await createPerson(api.owner, house.clinic, ['supervisor']),
  }
  await api.owner.query(`UPDATE person SET name = 'Zoë Núñez' WHERE person_id = $1`, [house.client])
  await givePasswords(api.owner)
  const signedIn = Object.entries(APPS).map(async ([who, audience]) => {
    return [who, await cookieFor(api, audience, people[who as Who])] as const
  })
  cookies = Object.fromEntries(await Promise.all(signedIn)) as Record<Who, string>
  const steps = { ...NO_SAFETY_STEPS, signs: [{ words: 'Not sleeping', phone: null }] }
  await ask('client', `cases/${house.case}/safety-plans/${house.client}`, { after: 0, steps })
}, 30_000)
afterAll(() => api.stop())

const ask = (who: Who, path: string, body?: unknown) =>
  api.ask(APPS[who], `/api/${path}`, {
    cookie: cookies[who],
    ...(body === undefined ? {} : { body }),
  })
const body = (parts: readonly string[] = ['safety']) => {
  return { caseId: house.case, client: house.client, parts, code: 'risk-to-self', why: WHY }
}
const open = async (parts?: readonly string[]) =>
  ((await ask('hanna', 'emergency', body(parts))).json as { access: string }).access
const news = async (who: Who) => ((await ask(who, 'emergency')).json as EmergencyNews).openings
const looks = async (who: Who) =>
  ((await ask(who, `cases/${house.case}/looks`)).json as RecordLooks).looks.filter(({ what }) =>
    what.startsWith('emergency'),
  )
const events = async (action: string) =>
  api.owner.query<{ outcome: string; case_id: string | null }[]>(
    'SELECT outcome, case_id FROM audit_event WHERE action = $1 AND clinic_id = $2 ORDER BY seq',
    [action, house.clinic],
  )

/** An opening of an hour that is over, as it lies in the table: nobody can make one through the application. */
async function expired(): Promise<string> {
  const [row] = await api.owner.query<{ id: string }[]>(
    `WITH look AS (INSERT INTO access_event (access_event_id, clinic_id, case_id, person_id, relation, what, at)
       VALUES (uuidv7(), $1, $2, $4, 'practitioner', 'emergency-opened', now() - interval '2 hours')
       RETURNING access_event_id)
     INSERT INTO emergency_access (access_id, clinic_id, case_id, client_id, opened_by, parts, opened_at, until, review_due_at)
     SELECT access_event_id, $1, $2, $3, $4, ARRAY['safety'], now() - interval '2 hours', now() - interval '1 hour',
       now() - interval '1 minute' FROM look RETURNING access_id AS id`,
    [house.clinic, house.case, house.client, people.hanna],
  )
  return row?.id ?? ''
}

describe('finding somebody in an emergency', () => {
  it('[EM1] [EM2] answers a whole name with whom to ring, and writes down every try without it', async () => {
    const find = async (name: string) =>
      ((await ask('hanna', 'emergency/find', { name })).json as EmergencyMatches).matches
    expect(await find('zoe  NUNEZ')).toMatchObject([
      { caseId: house.case, client: house.client, name: 'Zoë Núñez', isOwn: false },
    ])
    for (const name of ['Zoë', 'Nunez', 'Z%', 'Nobody Atall']) expect(await find(name)).toEqual([])
    expect((await events('emergency.find')).map(({ outcome }) => outcome)).toEqual([
      ...['done', 'refused', 'refused', 'refused', 'refused'],
    ])
    for (let more = 5; more < 10; more += 1) await find('Nobody Atall')
    expect((await ask('hanna', 'emergency/find', { name: 'Zoë Núñez' })).status).toBe(429)
    for (const who of ['administrator', 'client'] as const) {
      expect((await ask(who, 'emergency/find', { name: 'Zoë Núñez' })).status).toBe(403)
    }
  })

  it('[EM3] what is somebody else’s clinic, role or consent is answered as what is not there', async () => {
    const absent = { ...body(), caseId: house.clinic }
    const missing = await ask('hanna', 'emergency', absent)
    const withheld = (is: boolean) =>
      api.owner.query('UPDATE clinic_case SET supervision_withheld = $2 WHERE case_id = $1', [house.case, is])
    await withheld(true)
    const taken = await ask('other', 'emergency', body())
    await withheld(false)
    const answers = [
      taken,
      await ask('administrator', 'emergency', body()),
      await ask('client', 'emergency', body()),
    ]
    expect(answers.map(({ status, text }) => [status, text])).toEqual(answers.map(() => [404, missing.text]))
    expect(gist(await ask('supervisor', 'emergency', body()))).toEqual([403, 'not-yours'])
    expect(await events('emergency.open')).not.toContainEqual(expect.objectContaining({ outcome: 'done' }))
  })
})

describe('an opening', () => {
  it('[EM4] says what is needed and why, in a few words', async () => {
    for (const wrong of [
      { parts: [] },
      { parts: ['history'] },
      { why: 'emergency' },
      { why: '' },
      { code: 'x' },
    ]) {
      expect((await ask('hanna', 'emergency', { ...body(), ...wrong })).status).toBe(400)
    }
  })

  it('[EM5] [EM7] shows the parts it names and nothing else; each reading is a look and an event of its transaction', async () => {
    const access = await open()
    expect(await open()).toBe(access)
    const { json } = await ask('hanna', `emergency/${access}/safety`)
    expect(json as EmergencyRead).toMatchObject({
      part: 'safety',
      plan: { steps: { signs: [{ words: 'Not sleeping' }] } },
    })
    for (const part of ['note', 'goals', 'history', 'x'])
      expect((await ask('hanna', `emergency/${access}/${part}`)).status).toBe(404)
    expect((await ask('other', `emergency/${access}/safety`)).status).toBe(404)
    for (const path of ['', '/safety-plans', '/notes', '/looks'])
      expect((await ask('hanna', `cases/${house.case}${path}`)).status).toBe(404)
    const done = (await events('emergency.read')).filter(({ outcome }) => outcome === 'done')
    expect(done).toEqual([{ outcome: 'done', case_id: house.case }])
    const more = await open(['safety', 'note', 'goals'])
    expect(more).not.toBe(access)
    expect((await ask('hanna', `emergency/${more}/note`)).json).toEqual({ part: 'note', note: null })
    expect((await ask('hanna', `emergency/${more}/goals`)).json).toEqual({ part: 'goals', goals: [] })
  })

  it('[EM5] is over after its hour by PostgreSQL’s clock, and when its opener ends it', async () => {
    expect((await ask('hanna', `emergency/${await expired()}/safety`)).status).toBe(404)
    const access = await open()
    expect((await ask('practitioner', `emergency/${access}/end`, {})).status).toBe(404)
    expect((await ask('hanna', `emergency/${access}/end`, {})).status).toBe(204)
    expect((await ask('hanna', `emergency/${access}/safety`)).status).toBe(404)
  })

  it('[EM5] [EM7] PostgreSQL asks again what stands: by time, part, opener and consent', async () => {
    const runner = api.owner.createQueryRunner()
    const read = async (access: string, part: string, who: PersonId) => {
      await runner.query('BEGIN')
      await runner.query('SET LOCAL ROLE accord_app')
      const settings = `SELECT set_config('accord.clinics', $1, true), set_config('accord.people', $2, true)`
      await runner.query(settings, [house.clinic, who])
      const act = { at: Date.now(), audience: 'console', roles: 'practitioner', address: '', request: null }
      const sql = 'SELECT read_emergency($1, $2, uuidv7(), $3) IS NOT NULL AS shown'
      const [row] = (await runner.query(sql, [access, part, act])) as { shown: boolean }[]
      await runner.query('ROLLBACK')
      return row?.shown
    }
    const withheld = (is: boolean) =>
      api.owner.query('UPDATE clinic_case SET supervision_withheld = $2 WHERE case_id = $1', [house.case, is])
    for (const { access: one, isStanding } of await news('hanna'))
      if (isStanding) await ask('hanna', `emergency/${one}/end`, {})
    const access = await open()
    expect(await read(access, 'safety', people.hanna)).toBe(true)
    expect(await read(access, 'goals', people.hanna)).toBe(false)
    expect(await read(access, 'safety', people.other)).toBe(false)
    expect(await read(await expired(), 'safety', people.hanna)).toBe(false)
    await api.owner.query(`UPDATE membership SET roles = '{supervisor}' WHERE person_id = $1`, [people.hanna])
    await withheld(true)
    expect(await read(access, 'safety', people.hanna)).toBe(false)
    await withheld(false)
    await api.owner.query(`UPDATE membership SET roles = '{practitioner,supervisor}' WHERE person_id = $1`, [
      people.hanna,
    ])
    await runner.release()
  })

  it('[EM7] shows nothing where its event cannot be written', async () => {
    const access = await open()
    await api.owner.query('REVOKE INSERT ON audit_event FROM accord_emergency')
    const { status } = await ask('hanna', `emergency/${access}/safety`)
    await api.owner.query('GRANT INSERT ON audit_event TO accord_emergency')
    expect(status).toBeGreaterThanOrEqual(500)
  })

  it('[EM6] is stored with its look, its reason and its event, or not at all', async () => {
    const counts = () =>
      api.owner.query<unknown[]>(
        `SELECT (SELECT count(*) FROM emergency_access) AS opened, (SELECT count(*) FROM emergency_reason) AS said,
           (SELECT count(*) FROM access_event WHERE what = 'emergency-opened') AS looked,
           (SELECT count(*) FROM audit_event WHERE action = 'emergency.open' AND outcome = 'done') AS noted`,
      )
    // What stands already is gone on with, and nothing new would be stored.
    const standing = await api.owner.query<{ id: string }[]>(
      'SELECT access_id AS id FROM emergency_access WHERE until > now() AND opened_by = $1',
      [people.hanna],
    )
    for (const { id } of standing) await ask('hanna', `emergency/${id}/end`, {})
    const before = await counts()
    for (const [right, of] of [
      ['INSERT', 'emergency_reason'],
      ['INSERT', 'access_event'],
      ['EXECUTE', 'FUNCTION append_audit(jsonb)'],
    ]) {
      await api.owner.query(`REVOKE ${right} ON ${of} FROM accord_app`)
      const { status } = await ask('hanna', 'emergency', body())
      await api.owner.query(`GRANT ${right} ON ${of} TO accord_app`)
      expect([of, status >= 500, await counts()]).toEqual([of, true, before])
    }
    expect((await ask('hanna', 'emergency', body())).status).toBeLessThan(300)
    expect(await counts()).not.toEqual(before)
  })

  it('[EM8] is changed and removed by nobody, the owner included', async () => {
    await open()
    for (const table of ['emergency_access', 'emergency_reason', 'emergency_end', 'emergency_try']) {
      await expect(api.owner.query(`DELETE FROM ${table}`)).rejects.toThrow(/append-only/)
      await expect(api.owner.query(`UPDATE ${table} SET clinic_id = clinic_id`)).rejects.toThrow(
        /append-only/,
      )
      await expect(api.owner.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(/append-only/)
    }
    const [row] = await api.owner.query<{ content: Buffer }[]>('SELECT content FROM emergency_reason')
    expect(row?.content.toString('latin1')).not.toContain('bridge')
  })
})

describe('who is told', () => {
  it('[EM9] practitioner and supervisor with the reason, administrators without, nobody else', async () => {
    for (const who of ['practitioner', 'supervisor'] as const) {
      const [line] = await news(who)
      expect(line).toMatchObject({ client: 'Zoë Núñez', why: { reason: WHY, code: 'risk-to-self' } })
    }
    const told = await news('administrator')
    expect(told.length).toBeGreaterThan(0)
    expect(told.every(({ why }) => why === null)).toBe(true)
    expect(await news('other')).toEqual([])
    expect((await ask('client', 'emergency')).status).toBe(403)
  })

  it('[EM10] its client at home and among the looks with every reading; partner and guardian neither why nor what', async () => {
    const own = await looks('client')
    expect(own.find(({ what }) => what === 'emergency')).toMatchObject({
      emergency: { reason: WHY, review: null },
    })
    expect(own.some(({ what }) => what === 'emergency-safety')).toBe(true)
    const { cases } = (await ask('client', 'attention')).json as AttentionList
    expect(cases.flatMap((one) => one.looks)).toContainEqual(expect.objectContaining({ kind: 'emergency' }))
    for (const who of ['partner', 'guardian'] as const) {
      const seen = await looks(who)
      expect(new Set(seen.map(({ what }) => what))).toEqual(new Set(['emergency']))
      expect(seen.every(({ emergency }) => emergency === null)).toBe(true)
    }
    const asked = await ask('client', `cases/${house.case}/looks/${own[0]?.look ?? ''}/question`, {
      text: 'Why?',
    })
    expect(asked.status).toBe(404)
  })
})

describe('a review', () => {
  it('[EM12] is a supervisor’s of the case, once, and never the opener’s', async () => {
    const access = await open()
    const review = (who: Who) =>
      ask(who, `emergency/${access}/review`, { outcome: 'in-order', why: 'The line was engaged' })
    const statuses = []
    for (const who of ['hanna', 'practitioner', 'other', 'administrator', 'client'] as const)
      statuses.push((await review(who)).status)
    expect(statuses).toEqual([403, 403, 404, 404, 404])
    expect((await review('supervisor')).status).toBe(204)
    expect((await review('supervisor')).status).toBe(409)
    expect((await looks('client')).find(({ look }) => look === access)?.emergency?.review).toMatchObject({
      outcome: 'in-order',
    })
    await expect(api.owner.query('DELETE FROM emergency_review')).rejects.toThrow(/append-only/)
  })

  it('[EM12] [EM13] falls to another supervisor of the clinic where the case has none; overdue ones say so', async () => {
    const access = await expired()
    await api.owner.query('UPDATE case_supervisor SET until = now() WHERE case_id = $1', [house.case])
    const line = (await news('other')).find((one) => one.access === access)
    expect(line).toMatchObject({ mayReview: true, isStanding: false })
    expect(line?.reviewDueAt).toBeLessThan(Date.now())
    expect((await news('hanna')).find((one) => one.access === access)?.mayReview).toBe(false)
    await api.owner.query('UPDATE case_supervisor SET until = NULL WHERE case_id = $1', [house.case])
  })

  it('[EM8] [EM12] PostgreSQL asks again: nobody reviews their own, and nobody lengthens an hour', async () => {
    const access = await open()
    const runner = api.owner.createQueryRunner()
    const asHanna = async (sql: string, values: unknown[]) => {
      await runner.query('BEGIN')
      await runner.query('SET LOCAL ROLE accord_app')
      const settings = `SELECT set_config('accord.clinics', $1, true), set_config('accord.people', $2, true)`
      await runner.query(settings, [house.clinic, people.hanna])
      await expect(runner.query(sql, values)).rejects.toThrow(/row-level security/)
      await runner.query('ROLLBACK')
    }
    await asHanna(
      `INSERT INTO emergency_review (access_id, clinic_id, reviewed_by, at, outcome, key_version, words)
       VALUES ($1, $2, $3, now(), 'in-order', 1, '\\x00')`,
      [access, house.clinic, people.hanna],
    )
    await asHanna(
      `INSERT INTO emergency_access (access_id, clinic_id, case_id, client_id, opened_by, parts, opened_at, until, review_due_at)
       SELECT access_event_id, clinic_id, case_id, $1, person_id, ARRAY['safety'], now() + interval '1 minute',
         now() + interval '61 minutes', now() + interval '3 days'
       FROM access_event WHERE what = 'emergency-opened' AND person_id = $2 LIMIT 1`,
      [house.client, people.hanna],
    )
    await runner.release()
  })
})
