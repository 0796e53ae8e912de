import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Audience } from '@accord/domain/access/subject'
import type { PersonId } from '@accord/domain/ids'
import type { InstrumentsPage } from '@accord/domain/rest/instruments'
import type {
  AskedFor,
  AskedQuestionnaires,
  MeasuresPage,
  OwnQuestionnaire,
} from '@accord/domain/rest/measures'
import type { SafetyAlerts } from '@accord/domain/rest/safety'
import { startTestApi, type TestApi } from '../../test/api.js'
import { gist } from '../../test/desk.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'
import { Escalations } from '../safety/escalation.service.js'

let api: TestApi
let house: House
let cookies: Record<Who, string>

const APPS = {
  client: 'portal',
  otherClient: 'portal',
  practitioner: 'console',
  supervisor: 'console',
  administrator: 'console',
} as const satisfies Record<string, Audience>
type Who = keyof typeof APPS
const MINUTE = 60_000

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  house = await aHouse(api)
  const people: Record<Who, PersonId> = house
  const signedIn = Object.entries(APPS).map(async ([who, audience]) => {
    return [who, await cookieFor(api, audience, people[who as Who])] as const
  })
  cookies = Object.fromEntries(await Promise.all(signedIn)) as Record<Who, string>
}, 30_000)
afterAll(() => api.stop())

const ask = (who: Who, path: string, body?: unknown) =>
  api.ask(APPS[who], `/api/${path}`, { cookie: cookies[who], ...(body === undefined ? {} : { body }) })

async function asked(instrument = 'phq-9'): Promise<string> {
  const body = { client: house.client, instrument }
  const answer = await ask('practitioner', `cases/${house.case}/measures`, body)
  return (answer.json as AskedFor).request
}
const given = (values: readonly (number | null)[]) =>
  values.map((value, at) => ({ linkId: `${at + 1}`, value }))
const save = (
  request: string,
  values: readonly (number | null)[],
  more: { after?: number; status?: 'in-progress' | 'completed' | 'stopped'; who?: Who } = {},
) =>
  ask(more.who ?? 'client', `questionnaires/${request}/answers`, {
    ...{ after: more.after ?? 0, status: more.status ?? 'completed', answers: given(values) },
  })
const page = async (who: Who = 'practitioner') =>
  (await ask(who, `cases/${house.case}/measures`)).json as MeasuresPage
const alertsOf = async (who: Who) => ((await ask(who, 'safety/alerts')).json as SafetyAlerts).alerts
const count = async (table: string, request: string) => {
  const sql = `SELECT count(*)::int AS count FROM ${table} WHERE request_id = $1`
  const [row]: { count: number }[] = await api.owner.query(sql, [request])
  return row?.count
}
const knows = (who: Who, alert: string, words = 'I rang, we spoke.') =>
  ask(who, `safety/alerts/${alert}/acknowledgement`, { words })

describe('a questionnaire', () => {
  it('[ME5] [ME6] is asked by the practitioner, saved as it goes, sent, scored, and read by who sees the case', async () => {
    const request = await asked('gad-7')
    expect((await save(request, [1, 2], { status: 'in-progress' })).status).toBe(200)
    expect((await page()).clients[0]).toMatchObject({ series: [], open: [{ request, standing: 'asked' }] })
    const waiting = (await ask('client', 'questionnaires')).json as AskedQuestionnaires
    expect(waiting.asked).toMatchObject([{ request, title: 'GAD-7', questions: 7, answered: 2 }])
    expect(gist(await save(request, [1, 2, 3], { after: 0 }))).toEqual([409, 'words-changed'])
    await save(request, [1, 2, 3, 0, 1, 2, 1], { after: 1 })
    for (const who of ['practitioner', 'supervisor'] as const) {
      const [series] = (await page(who)).clients[0]?.series ?? []
      expect(series?.results).toMatchObject([{ score: { total: 10, band: 'moderate', isProrated: false } }])
      expect(series?.change).toMatchObject({ value: 4, direction: 'lower-is-better' })
    }
    expect(((await ask('client', 'questionnaires')).json as AskedQuestionnaires).asked).toEqual([])
    for (const who of ['otherClient', 'administrator'] as const) {
      expect((await ask(who, `questionnaires/${request}`)).status).toBe(404)
      expect((await ask(who, `cases/${house.case}/measures`)).status).toBe(404)
    }
    expect(gist(await ask('client', `cases/${house.case}/measures`))).toEqual([403, 'not-yours'])
  })

  it('[ME5] takes no answer that is not offered, and none to a question that there is not', async () => {
    const request = await asked()
    expect(gist(await save(request, [4]))).toEqual([400, 'malformed'])
    expect(gist(await save(request, [0.5]))).toEqual([400, 'malformed'])
    const strange = { after: 0, status: 'completed', answers: [{ linkId: '99', value: 0 }] }
    expect(gist(await ask('client', `questionnaires/${request}/answers`, strange))).toEqual([
      400,
      'malformed',
    ])
    await save(request, [], { status: 'stopped' })
    expect((await page()).clients[0]?.open).toMatchObject([{ request, standing: 'stopped' }])
  })

  it('[ME6] answers are encrypted, and PostgreSQL lets nobody change or remove one', async () => {
    const rows = await api.owner.query<{ row: string }[]>('SELECT a::text AS row FROM questionnaire_answer a')
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('answers').toString('hex'))
    await expect(api.owner.query('DELETE FROM questionnaire_answer')).rejects.toThrow(/append-only/)
  })
})

describe('an answer that somebody has to see', () => {
  it('[SA1] is told at once, half-way through the form, and to nobody else', async () => {
    const request = await asked()
    await save(request, [null, null, null, null, null, null, null, null, 1], { status: 'in-progress' })
    expect(await alertsOf('practitioner')).toMatchObject([
      {
        request,
        kind: 'answered',
        item: '9',
        answer: 'Several days',
        client: house.client,
        acknowledged: null,
      },
    ])
    expect(await alertsOf('supervisor')).toEqual([])
    expect(gist(await ask('administrator', 'safety/alerts'))).toEqual([403, 'not-yours'])
    expect(gist(await ask('client', 'safety/alerts'))).toEqual([403, 'not-yours'])
    // The same answer, sent with the others, is no second alert; a higher one is.
    await save(request, [0, 0, 0, 0, 0, 0, 0, 0, 1], { after: 1 })
    expect(await alertsOf('practitioner')).toHaveLength(1)
    await save(request, [0, 0, 0, 0, 0, 0, 0, 0, 2], { after: 2 })
    expect(await alertsOf('practitioner')).toHaveLength(2)
  })

  it('[SA3] is acknowledged by a person with a sentence, once, and then asks nobody any more', async () => {
    const [second, first] = await alertsOf('practitioner')
    if (!first || !second) throw new Error('there are two')
    for (const who of ['client', 'otherClient', 'administrator'] as const)
      expect((await knows(who, first.id)).status).toBe(404)
    expect(gist(await knows('practitioner', first.id, ' '))).toEqual([400, 'malformed'])
    expect((await knows('practitioner', first.id)).status).toBe(204)
    expect(gist(await knows('supervisor', first.id))).toEqual([409, 'already-exists'])
    expect((await knows('supervisor', second.id, 'Mara is with him.')).status).toBe(204)
    expect(await alertsOf('practitioner')).toEqual([])
    const [series] =
      (await page()).clients[0]?.series.filter(({ instrument }) => instrument === 'phq-9') ?? []
    expect(series?.results.at(-1)?.alerts).toMatchObject([
      { acknowledged: { by: house.practitioner, words: 'I rang, we spoke.' } },
      { acknowledged: { by: house.supervisor } },
    ])
    const rows = await api.owner.query<{ row: string }[]>(
      'SELECT a::text AS row FROM safety_acknowledgement a',
    )
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('rang').toString('hex'))
  })

  it('[SA2] one that was left out is told as left out, and never as a zero', async () => {
    const request = await asked()
    await save(request, [1, 1, 1, 1, 1, 1, 1, 1, null])
    const [alert] = await alertsOf('practitioner')
    expect(alert).toMatchObject({ request, kind: 'left-out', answer: null, dueAt: null })
    if (alert) await knows('practitioner', alert.id)
  })

  it('[SA4] goes to the supervisor after the clinic’s time, once, whichever process looks, and not before', async () => {
    const minutes = {
      ...{
        instrument: 'safety',
        version: '1',
        population: 'every client of the clinic',
        use: 'escalate-after',
      },
      ...{ over: 0, value: 5, citation: 'Agreed in our team', reason: 'For this test' },
    }
    const { administrator: cookie } = cookies
    await api.ask('console', '/api/measures/thresholds', { method: 'PUT', cookie, body: minutes })
    const request = await asked()
    await save(request, [0, 0, 0, 0, 0, 0, 0, 0, 3])
    const watch = api.app.get(Escalations)
    api.clock.advance(4 * MINUTE)
    await watch.look()
    expect(await alertsOf('supervisor')).toEqual([])
    api.clock.advance(MINUTE)
    await Promise.all([watch.look(), watch.look(), watch.look()])
    const [alert] = await alertsOf('supervisor')
    expect(alert).toMatchObject({ request, answer: 'Nearly every day' })
    expect(alert?.escalatedAt).toBeGreaterThanOrEqual(alert?.dueAt ?? Infinity)
    expect(await api.owner.query('SELECT count(*)::int AS count FROM safety_escalation')).toEqual([
      { count: 1 },
    ])
    if (alert) await knows('supervisor', alert.id)
  })

  it.each([
    ['its alert can’t be stored', `RAISE EXCEPTION 'no room'`],
    ['the connection is cut half-way', 'PERFORM pg_terminate_backend(pg_backend_pid())'],
  ])('[SA1] is not stored either when %s', async (_how, does) => {
    const request = await asked()
    await api.owner
      .query(`CREATE FUNCTION break_alerts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      BEGIN ${does}; RETURN NEW; END $$`)
    await api.owner.query(`CREATE TRIGGER broken BEFORE INSERT ON safety_alert
      FOR EACH ROW EXECUTE FUNCTION break_alerts()`)
    const urgent = [0, 0, 0, 0, 0, 0, 0, 0, 1]
    expect((await save(request, urgent)).status).toBeGreaterThanOrEqual(500)
    expect([await count('questionnaire_answer', request), await count('safety_alert', request)]).toEqual([
      0, 0,
    ])
    await api.owner.query('DROP FUNCTION break_alerts CASCADE')
    expect((await save(request, urgent)).status).toBe(200)
    expect([await count('questionnaire_answer', request), await count('safety_alert', request)]).toEqual([
      1, 1,
    ])
  })
})

/** Invented for this test: four questions about kettles. */
const KETTLES = {
  resourceType: 'Questionnaire',
  status: 'active',
  title: 'Kettle scale',
  copyright: 'Invented; nobody’s',
  item: [1, 2, 3, 4].map((n) => ({
    linkId: `k${n}`,
    type: 'choice',
    text: `Kettle ${n}`,
    answerOption: [0, 1, 2].map((valueInteger) => ({ valueInteger })),
  })),
}
const SCORED = {
  ...{ items: ['k1', 'k2', 'k3', 'k4'], itemRange: { min: 0, max: 2 }, method: 'sum', mostMissing: 1 },
  ...{ reversed: ['k4'], direction: 'higher-is-better', bands: [{ from: 0, to: 4, code: 'lukewarm' }] },
  reliableChange: { minimum: 3, population: 'kettles', citation: 'Invented' },
}
const ATTESTED = { holder: 'Nobody', reference: 'K-1', words: 'We made it up.', expiresOn: '2999-12-31' }

describe('a clinic’s own instrument', () => {
  const bring = (who: Who, more: object = {}) =>
    ask(who, 'instruments', {
      ...{ of: null, edition: '1', questionnaire: KETTLES, scoring: SCORED, attestation: ATTESTED },
      ...more,
    })

  it('[ME8] is brought by the administrator with a licence, asked, and scored by its own definition', async () => {
    expect(gist(await bring('practitioner'))).toEqual([403, 'not-yours'])
    expect(gist(await bring('administrator', { scoring: { items: [] } }))).toEqual([400, 'malformed'])
    const { instruments } = (await bring('administrator')).json as InstrumentsPage
    const own = instruments.find(({ isBuiltIn }) => !isBuiltIn)
    expect(own).toMatchObject({ title: 'Kettle scale', isActive: true, attestation: { reference: 'K-1' } })
    const request = await asked(own?.instrument)
    const body = {
      after: 0,
      status: 'completed',
      answers: [1, 2, 0, 2].map((value, at) => ({ linkId: `k${at + 1}`, value })),
    }
    expect((await ask('client', `questionnaires/${request}/answers`, body)).status).toBe(200)
    const series = (await page()).clients[0]?.series.find(({ title }) => title === 'Kettle scale')
    expect(series?.results).toMatchObject([{ score: { total: 3, band: 'lukewarm' } }])
    expect(series?.change).toMatchObject({ value: 3, population: 'kettles' })
  })

  it('[ME9] put away, or with its licence at an end, it is read on and not asked any more', async () => {
    const { instruments } = (await ask('administrator', 'instruments')).json as InstrumentsPage
    const own = instruments.find(({ isBuiltIn }) => !isBuiltIn)?.instrument ?? ''
    await ask('administrator', `instruments/${own}/state`, { isActive: false })
    const again = { client: house.client, instrument: own }
    expect(gist(await ask('practitioner', `cases/${house.case}/measures`, again))).toEqual([404, 'not-found'])
    expect((await page()).clients[0]?.series.some(({ instrument }) => instrument === own)).toBe(true)
    const old = { of: own, edition: '2', attestation: { ...ATTESTED, expiresOn: '2020-01-01' } }
    const { instruments: now } = (await bring('administrator', old)).json as InstrumentsPage
    expect(now.find(({ edition }) => edition === '2')).toMatchObject({ isActive: true, isExpired: true })
    expect(gist(await ask('practitioner', `cases/${house.case}/measures`, again))).toEqual([404, 'not-found'])
    expect(gist(await bring('administrator', { of: own, edition: '2' }))).toEqual([409, 'already-exists'])
  })
})

describe('what a client is told', () => {
  it('[SA5] a form says beforehand after which answers help is shown, and who will read it', async () => {
    const request = await asked()
    const form = (await ask('client', `questionnaires/${request}`)).json as OwnQuestionnaire
    expect(form.alerts).toEqual([{ item: '9', from: 1 }])
    expect(form.readers.map(({ person }) => person)).toEqual([house.practitioner, house.supervisor])
    expect(form.copyright).toContain('No permission required')
  })
})
