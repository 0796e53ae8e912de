import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { AuditPage } from '@accord/domain/rest/audit'
import type { Outbox } from '@accord/domain/rest/outbox'
import type { OwnRequests, RequestDesk, Retention } from '@accord/domain/rest/requests'
import { startTestApi, type TestApi } from '../../test/api.js'
import { gist } from '../../test/desk.js'
import { aDeskScene, DAY } from '../../test/requests.js'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 500, attemptsPerAddress: 5_000 } })
}, 30_000)
afterAll(() => api.stop())

const WORDS = 'Please change the year of my birth, it is quince.'

describe('asking for something about one’s record', () => {
  it('[DR10] [DR12] is kept as it was said, with a month to answer, and asked twice is asked once', async () => {
    const { make, own, house } = await aDeskScene(api)
    const id = await make('rectification', { words: WORDS })
    await make('rectification', { words: WORDS, id })
    const { requests, restricted } = await own()
    expect(requests).toMatchObject([
      {
        request: id,
        kind: 'rectification',
        caseId: house.case,
        state: 'received',
        words: WORDS,
        answer: null,
      },
    ])
    expect(restricted).toEqual([])
    const [{ receivedAt, dueAt } = { receivedAt: 0, dueAt: 0 }] = requests
    expect((dueAt - receivedAt) / DAY).toBeGreaterThanOrEqual(28)
    expect((dueAt - receivedAt) / DAY).toBeLessThanOrEqual(31)
  })

  it('[DR10] is about one’s own case or about everything, and by clients and guardians', async () => {
    const { ask, house, body, make } = await aDeskScene(api)
    const foreign = await ask('client', '/api/me/requests', body('access', { caseId: house.otherCase }))
    expect(gist(foreign)).toEqual([404, 'not-found'])
    const id = await make('access', { caseId: null })
    const again = await ask('otherClient', '/api/me/requests', body('access', { id, caseId: null }))
    expect(gist(again)).toEqual([409, 'already-exists'])
    for (const who of ['practitioner', 'supervisor', 'administrator'] as const) {
      expect(gist(await ask(who, '/api/me/requests'))).toEqual([403, 'not-yours'])
      expect(gist(await ask(who, '/api/me/requests', body('access')))).toEqual([403, 'not-yours'])
    }
    const bad = await ask('client', '/api/me/requests', { ...body('access'), words: ' ' })
    expect(gist(bad)).toEqual([400, 'malformed'])
  })

  it('[DR18] is counted for administrators alone, and what is overdue by itself', async () => {
    const { ask, make, answer } = await aDeskScene(api)
    const counted = async () => (await ask('administrator', '/api/requests/waiting')).json
    const late = await make('access')
    const settled = await make('access')
    await make('rectification')
    await answer(settled, 'refused')
    expect(await counted()).toEqual({ waiting: 2, overdue: 0 })
    await api.owner.query(
      `UPDATE data_request SET received_at = received_at - interval '60 days', due_at = due_at - interval '60 days'
       WHERE request_id = $1`,
      [late],
    )
    expect(await counted()).toEqual({ waiting: 2, overdue: 1 })
    for (const who of ['practitioner', 'supervisor', 'client'] as const)
      expect(gist(await ask(who, '/api/requests/waiting'))).toEqual([403, 'not-yours'])
  })

  it('[DR11] [DR15] can be taken back by whoever asked while it waits, and by nobody else', async () => {
    const { ask, make, own } = await aDeskScene(api)
    const id = await make('access')
    const withdraw = (who: 'client' | 'otherClient') => ask(who, `/api/me/requests/${id}/withdraw`, {})
    expect(gist(await withdraw('otherClient'))).toEqual([404, 'not-found'])
    expect(gist(await ask('client', '/api/me/requests/nothing/withdraw', {}))).toEqual([404, 'not-found'])
    expect((await withdraw('client')).status).toBe(200)
    expect((await own()).requests).toMatchObject([{ state: 'withdrawn' }])
    expect(gist(await withdraw('client'))).toEqual([409, 'already-exists'])
    expect((await ask('otherClient', '/api/me/requests')).json).toMatchObject({ requests: [] })
  })

  it('[DR15] leaves none of its words where the database or the log could be read', async () => {
    const { make, answer } = await aDeskScene(api)
    await answer(await make('rectification', { words: WORDS }), 'refused', 'The register says quince.')
    const tables = ['data_request', 'requested_case', 'mail', 'audit_event']
    for (const table of tables) {
      const rows = await api.owner.query<{ row: string }[]>(`SELECT t::text AS row FROM ${table} t`)
      const hex = Buffer.from('quince').toString('hex')
      expect(rows.filter(({ row }) => row.includes('quince') || row.includes(hex))).toEqual([])
    }
    expect(api.lines.join('\n')).not.toContain('quince')
  })
})

describe('the desk', () => {
  it('[DR14] [DR15] is the administrators’ alone, the one that is due first before all', async () => {
    const { ask, make, desk, answer } = await aDeskScene(api)
    const first = await make('access')
    const second = await make('rectification')
    const third = await make('access')
    await answer(first, 'granted')
    expect((await desk()).requests.map(({ request }) => request)).toEqual([second, third, first])
    for (const who of ['practitioner', 'supervisor'] as const) {
      expect(gist(await ask(who, '/api/requests'))).toEqual([403, 'not-yours'])
      const answered = await ask(who, `/api/requests/${second}/answer`, { outcome: 'refused', words: 'No.' })
      expect(gist(answered)).toEqual([403, 'not-yours'])
    }
    expect(gist(await ask('client', '/api/requests'))).toEqual([403, 'not-yours'])
  })

  it('[DR12] takes longer once, within the first month, with a reason that the person reads', async () => {
    const { ask, make, own } = await aDeskScene(api)
    const [id, late] = [await make('access'), await make('access')]
    const extend = (one: string) =>
      ask('administrator', `/api/requests/${one}/extend`, { reason: 'Two shelves.' })
    expect((await extend(id)).status).toBe(200)
    expect(gist(await extend(id))).toEqual([409, 'already-exists'])
    const found = (await own()).requests.find(({ request }) => request === id)
    expect(found).toMatchObject({ state: 'extended', extension: { reason: 'Two shelves.' } })
    expect(((found?.dueAt ?? 0) - (found?.receivedAt ?? 0)) / DAY).toBeGreaterThanOrEqual(89)
    await api.owner.query(
      `UPDATE data_request SET received_at = received_at - interval '40 days', due_at = due_at - interval '40 days'
       WHERE request_id = $1`,
      [late],
    )
    expect(gist(await extend(late))).toEqual([409, 'already-exists'])
    expect(gist(await extend('nothing'))).toEqual([404, 'not-found'])
  })

  it('[DR13] [DR16] answers once; the person reads it, and is told by a letter without a word of it', async () => {
    const { ask, make, own, answer } = await aDeskScene(api)
    const id = await make('access', { words: WORDS })
    expect((await answer(id, 'refused', 'You have it already.')).status).toBe(200)
    expect(gist(await answer(id, 'granted'))).toEqual([409, 'already-exists'])
    expect((await own()).requests).toMatchObject([
      { state: 'refused', answer: { outcome: 'refused', words: 'You have it already.' } },
    ])
    const { letters } = (await ask('administrator', '/api/outbox')).json as Outbox
    expect(letters.map(({ kind }) => kind).sort()).toEqual(['request-answered', 'request-came'])
    for (const { id: letter } of letters) {
      const { text } = await ask('administrator', `/api/outbox/${letter}`)
      expect(text).not.toMatch(/quince|already|psycho|therap|counsel|massage|reiki|goal/i)
    }
  })

  it('[DR17] leaves an event of everything that was asked and answered', async () => {
    const { ask, make, answer } = await aDeskScene(api)
    const id = await make('access')
    await answer(id, 'granted')
    const { events } = (await ask('administrator', '/api/audit')).json as AuditPage
    const done = events.filter(({ outcome }) => outcome === 'done').map(({ action }) => action)
    expect(done).toEqual(expect.arrayContaining(['own-requests.write', 'requests.answer']))
  })
})

describe('how long things are kept', () => {
  it('[DR21] is by rules that an administrator chose; every choice is kept, and none was made at first', async () => {
    const { ask, choose } = await aDeskScene(api)
    const read = async () => (await ask('administrator', '/api/retention')).json as Retention
    expect((await read()).choices).toEqual([])
    await choose(['us-apa'])
    await choose(['us-apa', 'nhs-mental-health'], 1)
    expect((await read()).choices.map(({ codes }) => codes)).toEqual([
      ['us-apa', 'nhs-mental-health'],
      ['us-apa'],
    ])
    const late = await ask('administrator', '/api/retention', { over: 1, codes: ['us-apa'] })
    expect(gist(late)).toEqual([409, 'words-changed'])
    expect(gist(await ask('practitioner', '/api/retention'))).toEqual([403, 'not-yours'])
    expect(gist(await ask('practitioner', '/api/retention', { over: 2, codes: ['us-apa'] }))).toEqual([
      403,
      'not-yours',
    ])
  })

  it('[DR20] [DR21] is told at the desk for each case, with its source, or what is missing to tell it', async () => {
    const { make, desk, choose, born } = await aDeskScene(api)
    await make('erasure')
    const retention = async () => (await desk()).requests[0]?.about.map((one) => one.retention)
    expect(await retention()).toEqual([{ kind: 'no-rule' }])
    await choose(['us-apa'])
    expect(await retention()).toEqual([{ kind: 'unknown-age' }])
    await born('1980-02-01')
    expect(await retention()).toMatchObject([
      {
        kind: 'kept',
        isOver: false,
        rule: { code: 'us-apa', source: 'APA Record Keeping Guidelines (2007), guideline 7' },
      },
    ])
  })

  it('[DR22] is for as long as a hold stands, placed and lifted with its reason', async () => {
    const { ask, make, desk, house } = await aDeskScene(api)
    await make('erasure')
    const hold = (path: string, body: object) =>
      ask('administrator', `/api/requests/cases/${house.case}/${path}`, body)
    expect((await hold('hold', { reason: 'A claim.' })).status).toBe(200)
    expect(gist(await hold('hold', { reason: 'Another.' }))).toEqual([409, 'already-exists'])
    expect((await desk()).requests[0]?.about).toMatchObject([
      { hold: { reason: 'A claim.', by: 'Somebody' } },
    ])
    expect((await hold('hold/lift', {})).status).toBe(200)
    expect(gist(await hold('hold/lift', {}))).toEqual([409, 'already-exists'])
    expect((await desk()).requests[0]?.about).toMatchObject([{ hold: null }])
    expect(((await ask('administrator', '/api/requests')).json as RequestDesk).requests).toHaveLength(1)
    const foreign = await ask('administrator', '/api/requests/cases/nothing/hold', { reason: 'No.' })
    expect(gist(foreign)).toEqual([404, 'not-found'])
    expect(gist(await ask('client', '/api/me/requests'))).toEqual([200, undefined])
    expect(((await ask('client', '/api/me/requests')).json as OwnRequests).requests).toHaveLength(1)
  })
})
