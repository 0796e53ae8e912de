import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { LogId } from '@accord/domain/ids'
import type { AttentionList } from '@accord/domain/rest/attention'
import type { RecordLook, RecordLooks } from '@accord/domain/rest/looks'
import { startTestApi, type TestApi } from '../../test/api.js'
import { planOf } from '../../test/live/clients.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'

let api: TestApi
let house: House
let plan: LogId
let cookies: Record<'practitioner' | 'supervisor' | 'administrator' | 'client' | 'otherClient', string>

type Who = keyof typeof cookies
const appOf = (who: Who) => (who === 'client' || who === 'otherClient' ? 'portal' : 'console')
const ask = (who: Who, path: string, body?: unknown) =>
  api.ask(appOf(who), `/api/${path}`, { cookie: cookies[who], ...(body === undefined ? {} : { body }) })
const looksOf = async (who: Who) => ((await ask(who, `cases/${house.case}/looks`)).json as RecordLooks).looks
const concerns = async (who: Who) =>
  ((await ask(who, 'attention')).json as AttentionList).cases.flatMap(({ looks }) => looks)

async function replay(who: Who) {
  const { replay: look } = (await ask(who, `plans/${plan}/replays`, { goal: null })).json as {
    replay: string
  }
  return look
}

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  house = await aHouse(api)
  plan = await planOf(api, house)
  cookies = {
    practitioner: await cookieFor(api, 'console', house.practitioner),
    supervisor: await cookieFor(api, 'console', house.supervisor),
    administrator: await cookieFor(api, 'console', house.administrator),
    client: await cookieFor(api, 'portal', house.client),
    otherClient: await cookieFor(api, 'portal', house.otherClient),
  }
})
afterAll(() => api.stop())

describe('who looked at a record', () => {
  it('[AC10] is told to its client and practitioner, with name, role, time and end', async () => {
    const look = await replay('supervisor')
    await ask('supervisor', `plans/${plan}/replays/${look}/left`, {})
    const again = await replay('supervisor')
    for (const who of ['client', 'practitioner'] as const) {
      expect(await looksOf(who)).toMatchObject([
        {
          look,
          person: house.supervisor,
          relation: 'supervisor',
          what: 'replay',
          goal: null,
          session: null,
          until: null,
        },
      ])
    }
    await ask('supervisor', `plans/${plan}/replays/${again}/left`, {})
    const [ended] = await looksOf('client')
    expect(ended?.until).toBeGreaterThanOrEqual(ended?.at ?? Infinity)
  })

  it('[AC10] is told to nobody else', async () => {
    const path = `cases/${house.case}/looks`
    const statuses = await Promise.all(
      (['supervisor', 'administrator', 'otherClient'] as const).map(
        async (who) => (await ask(who, path)).status,
      ),
    )
    expect(statuses).toEqual([403, 404, 404])
    expect((await ask('client', `${path}?before=tomorrow`)).status).toBe(400)
  })

  it('[AC11] [AT11] its client asks why, whoever looked is told so and answers, and the client is told', async () => {
    const [look] = await looksOf('client')
    const place = `cases/${house.case}/looks/${look?.look ?? ''}`
    const asked = await ask('client', `${place}/question`, { text: 'What were you looking for?' })
    expect(asked.status).toBe(201)
    expect(await concerns('supervisor')).toMatchObject([{ kind: 'look-asked', isNew: true }])
    expect(await concerns('practitioner')).toEqual([])
    // Seen is not answered: it goes on being told.
    await ask('supervisor', `plans/${plan}/seen`, { upTo: api.clock.now() })
    expect(await concerns('supervisor')).toMatchObject([{ kind: 'look-asked', isNew: false }])
    const answered = await ask('supervisor', `${place}/answer`, { text: 'How Sleep came about.' })
    expect(answered.json as RecordLook).toMatchObject({
      question: { text: 'What were you looking for?', answer: { text: 'How Sleep came about.' } },
    })
    expect(await concerns('supervisor')).toEqual([])
    const [news] = await concerns('client')
    expect(news).toMatchObject({ kind: 'look-answered', isNew: true })
    await ask('client', `plans/${plan}/seen`, { upTo: news?.at ?? 0 })
    expect(await concerns('client')).toEqual([])
  })

  it('[AC11] it is asked once and answered once, by whose it is', async () => {
    const [look] = await looksOf('client')
    const place = `cases/${house.case}/looks/${look?.look ?? ''}`
    const statuses = async (path: string, whos: readonly Who[]) => {
      const answers = await Promise.all(whos.map((who) => ask(who, `${place}/${path}`, { text: 'Again' })))
      return answers.map(({ status }) => status)
    }
    const everybody = ['client', 'practitioner', 'supervisor', 'administrator', 'otherClient'] as const
    expect(await statuses('question', everybody)).toEqual([409, 403, 403, 404, 404])
    expect(await statuses('answer', everybody)).toEqual([403, 404, 409, 404, 404])
  })

  it('[AC11] what is asked has words, and no more than fit', async () => {
    const look = await replay('practitioner')
    const place = `cases/${house.case}/looks/${look}/question`
    for (const text of ['', '   ', 'a'.repeat(1_001), 'a\u202eb']) {
      expect((await ask('client', place, { text })).status).toBe(400)
    }
    expect((await ask('client', place, { text: 'Why?', by: house.supervisor })).status).toBe(400)
  })

  it('[AC11] the words lie encrypted, and PostgreSQL takes no answer of anybody but who looked', async () => {
    const rows: { words: Buffer }[] = await api.owner.query('SELECT words FROM look_question')
    expect(rows[0]?.words.toString('latin1')).not.toContain('looking')
    const runner = api.owner.createQueryRunner()
    await runner.query('BEGIN')
    await runner.query('SET LOCAL ROLE accord_app')
    await runner.query(`SELECT set_config('accord.clinics', $1, true)`, [house.clinic])
    const forged = runner.query(
      `INSERT INTO look_answer (access_event_id, clinic_id, answered_by, at, key_version, words)
       SELECT access_event_id, clinic_id, $1, now(), 1, '\\x00' FROM access_event WHERE person_id = $2 LIMIT 1`,
      [house.practitioner, house.supervisor],
    )
    await expect(forged).rejects.toThrow(/row-level security/)
    await runner.query('ROLLBACK')
    await runner.release()
  })
})
