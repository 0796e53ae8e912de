import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { CaseFile } from '@accord/domain/rest/case-file'
import type { Outbox } from '@accord/domain/rest/outbox'
import type { CaseList } from '@accord/domain/rest/case'
import { startTestApi, type TestApi } from '../../test/api.js'
import { gist } from '../../test/desk.js'
import { addressFor, openPlan, planOf, startGoal } from '../../test/live/clients.js'
import { createPerson } from '../../test/live/clinic.js'
import { cookieFor, emailOf, givePasswords } from '../../test/people.js'
import { aDeskScene, DAY } from '../../test/requests.js'
import { startSecond } from '../../test/second-process.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { newUuid } from '../history/new-uuid.js'
import { LiveClient } from '../live-plan/replay/live-client.js'
import { SessionService } from '../session/session.service.js'
import { DueErasures } from './due-erasures.service.js'

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

/** A case with a goal and a session to come, whose restriction is granted when it is asked for. */
async function aScene() {
  const scene = await aDeskScene(api)
  const { house, make, answer } = scene
  const plan = await planOf(api, house)
  const wish = { caseId: house.case, kind: 'work', place: 'room', minutes: 50 } as const
  const by = { clinic: house.clinic, person: house.practitioner }
  await api.app
    .get(SessionService, { strict: false })
    .schedule(by, { ...wish, scheduledFor: Date.now() + DAY })
  const grant = async (kind: 'restriction' | 'erasure', wishes: object = {}) => {
    const id = await make(kind, wishes)
    const { status, text } = await answer(id, 'granted')
    if (status !== 200) throw new Error(text)
    return id
  }
  return { ...scene, plan, grant }
}

async function sessionOf(caseId: string): Promise<string> {
  const asked = 'SELECT session_id AS id FROM session WHERE case_id = $1'
  const [row] = await api.owner.query<{ id: string }[]>(asked, [caseId])
  return row?.id ?? ''
}

const goal = (plan: string) => ({
  ...{ plan, clientId: newUuid(Date.now()), op: 1 },
  command: { name: 'goal.add', goal: newUuid(Date.now()), kind: 'change', title: 'One' },
})

describe('a case that is restricted', () => {
  it('[DR30] closes what is open live, and refuses whatever is asked next, at any process', async () => {
    const { house, plan, grant, cookies } = await aScene()
    const [mara, ruth] = [
      await openPlan(api, house, 'practitioner', plan),
      await openPlan(second, house, 'supervisor', plan),
    ]
    await startGoal(mara)
    await grant('restriction')
    await mara.until(({ closed }) => closed === 'restricted')
    await ruth.until(({ closed }) => closed === 'restricted')
    for (const at of [api, second]) {
      const write = { cookie: cookies.practitioner, body: goal(plan) }
      expect(gist(await at.ask('console', `/api/plans/${plan}/operations`, write))).toEqual([
        403,
        'restricted',
      ])
      for (const who of ['practitioner', 'supervisor'] as const) {
        for (const path of [
          '',
          '/sessions',
          '/notes',
          '/consents',
          '/looks',
          '/comfort',
          '/alliance',
          '/ending',
        ]) {
          const { status, json } = await at.ask('console', `/api/cases/${house.case}${path}`, {
            cookie: cookies[who],
          })
          // A supervisor has no list of looks, and a case without an ending none of its packs.
          if (status === 404 || (who === 'supervisor' && path === '/looks')) continue
          expect([path, status, json]).toMatchObject([path, 403, { code: 'restricted' }])
        }
      }
    }
    mara.close()
    ruth.close()
  })

  it('[DR34] is why what hangs on it isn’t found by those who had it, also by an id of its own, and for nobody else', async () => {
    const { ask, grant, house, plan } = await aScene()
    const session = await sessionOf(house.case)
    const paths = [
      `/api/plans/${plan}/readable`,
      `/api/plans/${plan}/history`,
      `/api/sessions/${session}`,
      `/api/sessions/${session}/note`,
    ]
    const asked = async (who: 'practitioner' | 'supervisor' | 'administrator') =>
      Promise.all(paths.map(async (path) => gist(await ask(who, path))[1]))
    const before = await asked('supervisor')
    await grant('restriction')
    expect(await asked('practitioner')).toEqual(paths.map(() => 'restricted'))
    expect(await asked('supervisor')).toEqual(before.map((was) => (was === 'not-yours' ? was : 'restricted')))
    expect(await asked('administrator')).toEqual(paths.map(() => 'not-found'))
    const written = await api.owner.query<{ code: string }[]>(
      `SELECT code FROM audit_event WHERE clinic_id = $1 AND person_id = $2 AND action = 'session.read' AND outcome = 'refused'`,
      [house.clinic, house.practitioner],
    )
    expect(written.map(({ code }) => code)).toEqual(['restricted'])
    const late = new LiveClient(await addressFor(api, house.practitioner, 'console'), plan)
    const heard = new Promise((resolve) => {
      late.receive = ({ message }) => resolve(message)
    })
    expect(await heard).toMatchObject({ code: 'restricted' })
    late.close()
  })

  it('[DR30] is in no list of the practice’s people, and says why to those who had a part in it', async () => {
    const { ask, grant, house } = await aScene()
    const lists = ['sessions', 'attention', 'supervision/queue', 'supervision/pairs', 'notes', 'emergency']
    const showing = async (who: 'practitioner' | 'supervisor') => {
      const answers = await Promise.all(lists.map((list) => ask(who, `/api/${list}`)))
      return lists.filter((_, at) => answers[at]?.text.includes(house.case))
    }
    expect(await showing('practitioner')).toContain('sessions')
    expect(await showing('supervisor')).toContain('supervision/queue')
    await grant('restriction')
    expect([await showing('practitioner'), await showing('supervisor')]).toEqual([[], []])
    const { text } = await ask('practitioner', `/api/cases/${house.case}`)
    expect(text).toContain('This record is restricted')
    for (const who of ['practitioner', 'supervisor'] as const) {
      const { cases, restricted } = (await ask(who, '/api/cases')).json as CaseList
      expect(cases.map(({ caseId }) => caseId)).toEqual([house.otherCase])
      expect(restricted).toMatchObject([{ caseId: house.case, clients: ['Somebody'] }])
    }
  })

  it('[DR30] [DR33] is read on by its client, who is told since when, and written in by nobody', async () => {
    const { ask, grant, house, own, plan } = await aScene()
    const mara = await openPlan(api, house, 'practitioner', plan)
    await startGoal(mara, 'Sleep by ten')
    mara.close()
    const jonah = await openPlan(api, house, 'client', plan)
    await grant('restriction')
    expect((await ask('client', `/api/cases/${house.case}`)).text).toContain('Sleep by ten')
    expect((await ask('client', `/api/plans/${plan}/readable`)).status).toBe(200)
    const refused = await ask('client', `/api/plans/${plan}/operations`, goal(plan))
    expect(gist(refused)).toEqual([403, 'restricted'])
    expect((await own()).restricted).toMatchObject([{ caseId: house.case, until: null, rule: null }])
    expect((await own()).requests).toMatchObject([{ cases: [{ fate: 'restricted' }] }])
    expect(jonah.state.closed).toBeNull()
    jonah.close()
  })

  it('[DR31] is kept from staff by PostgreSQL too: whoever asks in their name is shown nothing of it', async () => {
    const { grant, house } = await aScene()
    const sessions = async (...people: readonly (typeof house.client)[]) => {
      const rows = await api.app
        .get(ClinicTransactions)
        .run([house.clinic], (manager) => manager.query<unknown[]>('SELECT 1 FROM session'), people)
      return rows.length
    }
    expect([await sessions(house.practitioner), await sessions(house.supervisor)]).toEqual([1, 1])
    await grant('restriction')
    expect([await sessions(house.practitioner), await sessions(house.supervisor)]).toEqual([0, 0])
    expect(await sessions(house.client)).toBe(1)
    const opens = 'UPDATE clinic_case SET closed_at = NULL WHERE case_id = $1'
    await expect(api.owner.query(opens, [house.case])).rejects.toThrow(/restricted_is_closed/)
  })

  it('[DR35] closes what a practitioner keeps to themselves as well, whatever the application would ask for', async () => {
    const { ask, cookies, grant, house } = await aScene()
    const session = await sessionOf(house.case)
    const keep = (page: string, body: object) =>
      api.ask('console', `/api/sessions/${session}/${page}`, {
        ...{ cookie: cookies.practitioner, method: 'PUT', body },
      })
    await keep('process-note', { after: 0, words: 'Mine alone.' })
    await keep('reflection', { after: 0, empathy: 'Mine alone.', regard: '', congruence: '', reaction: '' })
    const count = async (sql: string, ...wanted: unknown[]) => {
      const rows = await api.app
        .get(ClinicTransactions)
        .run([house.clinic], (manager) => manager.query<unknown[]>(sql, wanted), [house.practitioner])
      return rows.length
    }
    const who = [session, house.practitioner]
    const shown = async () => [
      await count('SELECT 1 FROM own_process_note($1, $2)', ...who),
      await count('SELECT 1 FROM own_reflection($1, $2)', ...who),
      await count('SELECT 1 WHERE delete_own_process_note($1, $2)', ...who),
    ]
    await grant('restriction')
    expect(await shown()).toEqual([0, 0, 0])
    const begin = 'SELECT * FROM begin_own_reflection_book(uuidv7(), $1, $2, $3)'
    const book = [house.clinic, house.case, house.practitioner]
    expect(await count(begin, ...book).catch(() => 0)).toBe(0)
    await ask('administrator', `/api/requests/cases/${house.case}/lift`, { reason: 'You asked for it.' })
    expect(await shown()).toEqual([1, 1, 1])
    expect((await ask('practitioner', `/api/sessions/${session}/process-note`)).status).toBe(200)
  })

  it('[DR32] is worked with again when an administrator says why; what was closed before stays closed', async () => {
    const { ask, grant, house, own } = await aScene()
    const lift = (who: 'administrator' | 'practitioner') =>
      ask(who, `/api/requests/cases/${house.case}/lift`, { reason: 'You asked for it.' })
    await grant('restriction')
    expect(gist(await ask('administrator', `/api/case-files/${house.case}/reopen`, {}))).toEqual([
      403,
      'restricted',
    ])
    expect(gist(await lift('practitioner'))).toEqual([403, 'not-yours'])
    const lifted = await lift('administrator')
    expect(lifted.status).toBe(200)
    expect(gist(await lift('administrator'))).toEqual([409, 'already-exists'])
    const { cases } = (await ask('practitioner', '/api/cases')).json as CaseList
    expect(cases.find(({ caseId }) => caseId === house.case)).toMatchObject({ closedAt: null })
    expect((await own()).requests).toMatchObject([{ cases: [{ fate: 'lifted', why: 'You asked for it.' }] }])
    await ask('administrator', `/api/case-files/${house.case}/close`, {})
    await grant('restriction')
    await lift('administrator')
    const file = (await ask('administrator', `/api/case-files/${house.case}`)).json as CaseFile
    expect(file.closedAt).not.toBeNull()
  })
})

describe('a case that is to be erased', () => {
  it('[DR21] is promised to nobody while the practice chose no rule', async () => {
    const { make, answer } = await aScene()
    expect(gist(await answer(await make('erasure'), 'granted'))).toEqual([409, 'no-retention-rule'])
  })

  it('[DR24] is restricted and kept until its day is over, with the rule that says so, and goes at a start', async () => {
    const { grant, own, choose, born, house, ask } = await aScene()
    await choose(['us-apa'])
    await born('1980-02-01')
    await grant('erasure')
    const [found] = (await own()).restricted
    expect(found).toMatchObject({ caseId: house.case, rule: { code: 'us-apa' } })
    expect(Number(found?.until?.slice(0, 4))).toBe(new Date().getUTCFullYear() + 7)
    expect((await own()).requests).toMatchObject([{ state: 'granted', cases: [{ fate: 'kept' }] }])
    expect(gist(await ask('practitioner', `/api/cases/${house.case}`))).toEqual([403, 'restricted'])
    expect(await api.app.get(DueErasures, { strict: false }).eraseIn(house.clinic)).toBe(0)
    await api.owner.query(`UPDATE session SET state = 'cancelled' WHERE case_id = $1`, [house.case])
    await api.owner.query(
      `UPDATE clinic_case SET opened_at = '2009-01-01', closed_at = '2010-01-05', restricted_at = '2010-01-05'
       WHERE case_id = $1`,
      [house.case],
    )
    await (await startSecond(api)).stop()
    expect(gist(await ask('practitioner', `/api/cases/${house.case}`))).toEqual([410, 'erased'])
  })

  it('[DR22] [DR24] [DR26] [ER11] is erased when the day is over and no hold stands, and only once by two at a time', async () => {
    const { grant, own, desk, choose, born, house, ask } = await aScene()
    await choose(['us-pennsylvania'])
    await born('1980-02-01')
    await api.owner.query(`UPDATE session SET state = 'cancelled' WHERE case_id = $1`, [house.case])
    await api.owner.query(
      `UPDATE clinic_case SET closed_at = now() - interval '6 years', opened_at = now() - interval '7 years'
       WHERE case_id = $1`,
      [house.case],
    )
    await grant('restriction')
    await ask('administrator', `/api/requests/cases/${house.case}/lift`, { reason: 'You asked for it.' })
    await ask('administrator', `/api/requests/cases/${house.case}/hold`, { reason: 'A claim.' })
    await grant('erasure')
    expect((await own()).requests.find(({ kind }) => kind === 'erasure')).toMatchObject({
      cases: [{ fate: 'held' }],
    })
    await ask('administrator', `/api/requests/cases/${house.case}/hold/lift`, {})
    const both = [api, second].map(({ app }) => app.get(DueErasures, { strict: false }).eraseIn(house.clinic))
    await Promise.all(both)
    const outbox = async () => (await ask('administrator', '/api/outbox')).json as Outbox
    const last = (await outbox()).letters.filter(({ kind }) => kind === 'farewell')
    expect(last).toMatchObject([{ name: 'Somebody', state: 'kept', subject: 'What you asked for is done' }])
    const letter = async () => (await ask('administrator', `/api/outbox/${last[0]?.id}`)).text
    expect(await letter()).toContain(emailOf(house.client))
    const stored = await api.owner.query<object[]>('SELECT t::text FROM mail t, person p')
    expect(JSON.stringify(stored)).not.toContain(emailOf(house.client))
    await ask('administrator', `/api/outbox/${last[0]?.id}/handed-over`, {})
    expect(await letter()).not.toContain(emailOf(house.client))
    const { requests } = await desk()
    const asked = requests.toSorted((a, b) => a.kind.localeCompare(b.kind))
    expect(asked).toMatchObject([
      { words: '', answer: { words: 'Here you are.' }, cases: [{ fate: 'erased' }] },
      {
        words: '',
        answer: { words: 'Here you are.' },
        cases: [{ fate: 'lifted', why: 'You asked for it.' }],
      },
    ])
    const held =
      'SELECT octet_length(reason) AS left, lifted_at IS NULL AS stands FROM legal_hold WHERE case_id = $1'
    expect(await api.owner.query(held, [house.case])).toEqual([{ left: 0, stands: false }])
    expect(gist(await ask('client', '/api/me/requests'))).toEqual([401, 'not-signed-in'])
    expect(gist(await ask('practitioner', `/api/cases/${house.case}`))).toEqual([410, 'erased'])
  })

  it('[DR23] of a couple waits until both asked, and says so to the first', async () => {
    const { grant, own, choose, born, house, ask, make, answer } = await aScene()
    const partner = await createPerson(api.owner, house.clinic, [])
    await givePasswords(api.owner)
    await api.owner.query(
      `INSERT INTO case_party (clinic_id, case_id, person_id, relation, since) VALUES ($1, $2, $3, 'client', now())`,
      [house.clinic, house.case, partner],
    )
    await choose(['us-apa'])
    await born('1980-02-01')
    await born('1982-02-01', partner)
    await grant('erasure')
    expect(await own()).toMatchObject({ restricted: [], requests: [{ cases: [{ fate: 'shared' }] }] })
    expect((await ask('practitioner', `/api/cases/${house.case}`)).status).toBe(200)
    const cookie = await cookieFor(api, 'portal', partner)
    const id = newUuid(Date.now())
    const body = { id, kind: 'erasure', caseId: null, words: 'Mine too.' }
    expect((await api.ask('portal', '/api/me/requests', { cookie, body })).status).toBe(201)
    expect((await answer(id, 'granted')).status).toBe(200)
    expect((await own()).requests).toMatchObject([{ cases: [{ fate: 'kept' }] }])
    expect(await make('access')).toBeTruthy()
  })
})
