import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Audience } from '@accord/domain/access/subject'
import { wordingHash } from '@accord/domain/goal/wording'
import type { GoalId, LogId } from '@accord/domain/ids'
import type { PlanCommand } from '@accord/domain/plan/command'
import type { AttentionList } from '@accord/domain/rest/attention'
import { startTestApi, type TestApi } from '../../test/api.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'
import { newUuid } from '../history/new-uuid.js'

let api: TestApi
let house: House
let plan: LogId
let cookies: Record<'practitioner' | 'client' | 'supervisor' | 'administrator' | 'otherClient', string>

const goal = newUuid(Date.now()) as GoalId
const WORDS = 'Asleep by ten'

type Who = keyof typeof cookies
const appOf = (who: Who): Audience => (who === 'client' || who === 'otherClient' ? 'portal' : 'console')
const ask = (who: Who, path: string, body?: unknown) =>
  api.ask(appOf(who), path, { cookie: cookies[who], ...(body === undefined ? {} : { body }) })
const attention = async (who: Who) => (await ask(who, '/api/attention')).json as AttentionList
const kinds = async (who: Who) =>
  (await attention(who)).cases.flatMap(({ items }) => items.map(({ kind }) => kind))

async function command(who: Who, what: PlanCommand) {
  const sent = { plan, clientId: newUuid(Date.now()), op: 1, command: what }
  const { status, text } = await ask(who, `/api/plans/${plan}/operations`, sent)
  if (status > 299) throw new Error(text)
}

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  house = await aHouse(api)
  cookies = {
    practitioner: await cookieFor(api, 'console', house.practitioner),
    supervisor: await cookieFor(api, 'console', house.supervisor),
    administrator: await cookieFor(api, 'console', house.administrator),
    client: await cookieFor(api, 'portal', house.client),
    otherClient: await cookieFor(api, 'portal', house.otherClient),
  }
  const rows: { log_id: LogId }[] = await api.owner.query('SELECT log_id FROM log WHERE case_id = $1', [
    house.case,
  ])
  plan = rows[0]?.log_id ?? ('' as LogId)
  const shared = { goal, kind: 'change', title: 'Sleep', statement: WORDS, why: '' } as const
  await command('client', { name: 'goal.share', ...shared })
})
afterAll(() => api.stop())

describe('what would like somebody’s attention', () => {
  it('[AT6] a shared draft reaches the practitioner who was away, and nobody of another case', async () => {
    expect(await kinds('practitioner')).toEqual(['goal-shared'])
    expect(await kinds('client')).toEqual([])
    expect(await kinds('otherClient')).toEqual([])
    expect(await kinds('administrator')).toEqual([])
  })

  it('[AT5] [AT10] another answer than yes reaches its practitioner and their supervisor', async () => {
    const read = { wording: wordingHash(goal, WORDS), readAt: 3, reason: null }
    await command('client', { name: 'agreement.answer', goal, answer: 'need-time', ...read })
    expect(await kinds('practitioner')).toEqual(['goal-shared', 'answered'])
    expect(await kinds('supervisor')).toEqual(['answered'])
  })

  it('[AT8] what has been seen is news no longer, and a time ahead of the server’s counts as now', async () => {
    const { at } = await attention('practitioner')
    expect((await ask('practitioner', `/api/plans/${plan}/seen`, { upTo: at + 9e9 })).status).toBe(204)
    expect(await kinds('practitioner')).toEqual([])
    await command('client', { name: 'comment.add', goal, comment: newUuid(at), text: 'So?', asks: true })
    const { cases } = await attention('practitioner')
    expect(cases[0]?.items).toMatchObject([{ kind: 'question', isNew: true }])
    expect((await ask('practitioner', `/api/plans/${plan}/seen`, { upTo: 0 })).status).toBe(204)
    expect(await kinds('practitioner')).toEqual(['question'])
  })

  it('[AC5] [AT8] nobody notes anything of a case that isn’t theirs, nor anything but a time', async () => {
    expect((await ask('otherClient', `/api/plans/${plan}/seen`, { upTo: 1 })).status).toBe(404)
    expect((await ask('administrator', `/api/plans/${plan}/seen`, { upTo: 1 })).status).toBe(404)
    expect((await ask('client', `/api/plans/${plan}/seen`, { upTo: 1, person: house.client })).status).toBe(
      400,
    )
  })
})
