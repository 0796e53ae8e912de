import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { wordingHash } from '@accord/domain/goal/wording'
import type { LogId, PersonId } from '@accord/domain/ids'
import type { AttentionList } from '@accord/domain/rest/attention'
import type { RecordLook, RecordLooks } from '@accord/domain/rest/looks'
import type { CaseSummary, ConfidentialLogOpened, HistoryPage } from '@accord/domain/rest/case'
import { startTestApi, type TestApi } from '../../test/api.js'
import { addressFor, openPlan, planOf, startGoal, type } from '../../test/live/clients.js'
import { framesOf } from '../../test/live/frames.js'
import { aGuardedCase, audienceOf, type GuardedCase } from '../../test/guarded-case.js'
import { newUuid } from '../history/new-uuid.js'
import { LiveClient } from '../live-plan/replay/live-client.js'

let api: TestApi
let house: GuardedCase
let plan: LogId
let log: LogId

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 90, attemptsPerAddress: 1_000 } })
  house = await aGuardedCase(api)
  plan = await planOf(api, house)
}, 30_000)
afterAll(() => api.stop())

type Who = 'client' | 'practitioner' | 'guardian' | 'supervisor' | 'administrator' | 'otherClient'

async function ask(who: Who, path: string, body?: unknown) {
  const { cookie } = await addressFor(api, house[who], audienceOf(house, house[who]))
  return api.ask(audienceOf(house, house[who]), path, { cookie, ...(body === undefined ? {} : { body }) })
}

const open = (who: Who) => ask(who, `/api/cases/${house.case}/confidential`, {})
const summaryFor = async (who: Who) => (await ask(who, `/api/cases/${house.case}`)).json as CaseSummary
const attentionFor = async (who: Who) => (await ask(who, '/api/attention')).json as AttentionList
const addressOf = async (person: PersonId) => addressFor(api, person, audienceOf(house, person))
const live = async (who: Who, of: LogId) => new LiveClient(await addressOf(house[who]), of).live()

/** All that somebody is answered about a case, as text; the moment of asking is left out. */
async function answersTo(who: Who): Promise<string> {
  const paths = [
    '/api/cases',
    `/api/cases/${house.case}`,
    `/api/plans/${plan}/history`,
    `/api/cases/${house.case}/looks`,
    `/api/cases/${house.case}/drafts`,
    `/api/cases/${house.case}/phases`,
  ]
  const texts: string[] = []
  for (const path of paths) texts.push((await ask(who, path)).text)
  texts.push(JSON.stringify({ ...(await attentionFor(who)), at: 0 }))
  return texts.join('\n')
}

/** Agrees to the words of the one goal that is there. */
async function agree(client: LiveClient): Promise<void> {
  const shown = client.state.confirmed
  const goal = shown && Object.values(shown.goals)[0]
  if (!goal) throw new Error('there is no goal')
  const wording = wordingHash(goal.id, goal.statement.text)
  const read = { wording, readAt: shown.seq, reason: null }
  client.command({ name: 'agreement.answer', goal: goal.id, answer: 'agree', ...read })
  await client.saved()
}

describe('what client and practitioner keep between them', () => {
  it('[CF1] [AC5] is begun by client or practitioner, once; for guardians it does not exist', async () => {
    expect((await summaryFor('client')).confidential).toEqual({ log: null, goals: [] })
    expect((await open('supervisor')).status).toBe(403)
    for (const who of ['guardian', 'administrator', 'otherClient'] as const)
      expect([who, (await open(who)).status]).toEqual([who, 404])
    const opened = await Promise.all((['client', 'practitioner', 'client'] as const).map(open))
    const logs = opened.map(({ json }) => (json as ConfidentialLogOpened).log)
    expect(new Set(logs).size).toBe(1)
    log = logs[0] ?? log
    expect(log).not.toBe(plan)
    const missing = await ask('guardian', `/api/cases/${newUuid(Date.now())}/confidential`, {})
    expect((await open('guardian')).text).toBe(missing.text)
  })

  it('[CF1] cannot be begun in a case without a guardian', async () => {
    const answer = await ask('otherClient', `/api/cases/${house.otherCase}/confidential`, {})
    expect(answer.status).toBe(404)
    const { json } = await ask('otherClient', `/api/cases/${house.otherCase}`)
    expect((json as CaseSummary).confidential).toBeNull()
  })

  it('[CF2] [CF6] sends a guardian no frame and no byte while the others write, agree and look', async () => {
    const guardian = await framesOf(await addressOf(house.guardian), plan)
    const before = await answersTo('guardian')
    guardian.forget()
    const client = await live('client', log)
    const practitioner = await live('practitioner', log)
    const supervisor = await live('supervisor', log)
    const place = await startGoal(client, 'Going quiet')
    type(client, place, 0, 'I say it before three days')
    await client.saved()
    await practitioner.until(() => practitioner.text(place) === 'I say it before three days')
    await supervisor.until(() => supervisor.text(place) === 'I say it before three days')
    expect((await ask('supervisor', `/api/plans/${log}/history`)).status).toBe(200)
    // Their socket is alive: a ping of their own is answered, and nothing came before it.
    expect(await guardian.afterPing()).toEqual([])
    expect(await answersTo('guardian')).toBe(before)
    for (const one of [client, practitioner, supervisor, guardian]) one.close()
  })

  it('[CF2] [AC5] is answered to a guardian exactly like a log that does not exist', async () => {
    const address = await addressOf(house.guardian)
    const missing = newUuid(Date.now()) as LogId
    const answers: string[] = []
    for (const one of [log, missing]) {
      const frames = await framesOf(address, one)
      const history = await ask('guardian', `/api/plans/${one}/history`)
      const seen = await ask('guardian', `/api/plans/${one}/seen`, { upTo: 1 })
      const told = [await frames.write(), await frames.afterPing(), history.text, seen.text]
      answers.push(JSON.stringify(told).replaceAll(one, 'log'))
      frames.close()
    }
    expect(answers[0]).toBe(answers[1])
    expect(answers[0]).toContain('not-found')
  })

  it('[CF2] has no guardian among its parties, and is agreed without one', async () => {
    const client = await live('client', log)
    const { parties } = client.state.confirmed ?? { parties: [] }
    expect(parties.map(({ person }) => person).sort()).toEqual([house.client, house.practitioner].sort())
    const history = (await ask('client', `/api/plans/${log}/history`)).json as HistoryPage
    expect(history.people.some(({ person }) => person === house.guardian)).toBe(false)
    await agree(client)
    const waiting = (await attentionFor('practitioner')).cases.filter(({ plan: of }) => of === log)
    expect(waiting).toMatchObject([
      { audience: 'confidential', caseId: house.case, items: [{ kind: 'awaits-you' }] },
    ])
    expect(waiting[0]?.people.some(({ person }) => person === house.guardian)).toBe(false)
    const practitioner = await live('practitioner', log)
    await agree(practitioner)
    expect((await summaryFor('client')).confidential?.goals[0]?.agreement.kind).toBe('agreed')
    client.close()
    practitioner.close()
  })

  it('[CF2] [AC3] is read by the supervisor, who cannot write in it', async () => {
    const frames = await framesOf(await addressOf(house.supervisor), log)
    const answered = JSON.stringify(await frames.write())
    expect(answered).toContain('read-only')
    frames.close()
  })

  it('[CF2] [HI12] is replayed by its own people, under a look at it and not at the plan', async () => {
    const replayOf = async (who: Who, of: LogId) => {
      const { status, json } = await ask(who, `/api/plans/${of}/replays`, { goal: null })
      return { status, replay: (json as { replay?: string }).replay ?? '' }
    }
    const record = (who: Who, replay: string) => ask(who, `/api/plans/${log}/record?replay=${replay}&after=0`)
    const { replay } = await replayOf('supervisor', log)
    const shown = await record('supervisor', replay)
    expect(shown.status).toBe(200)
    expect(shown.text).not.toContain(house.guardian)
    expect((await record('supervisor', (await replayOf('supervisor', plan)).replay)).status).toBe(404)
    expect((await replayOf('guardian', log)).status).toBe(404)
    expect((await record('guardian', replay)).status).toBe(404)
  })

  it('[CF6] stands apart in the list of cases, and asks for attention, of those between whom it is', async () => {
    for (const who of ['client', 'practitioner', 'supervisor'] as const) {
      const { confidential, goals } = await summaryFor(who)
      expect([who, confidential?.log, confidential?.goals.map(({ name }) => name)]).toEqual([
        who,
        log,
        ['Going quiet'],
      ])
      expect(goals).toEqual([])
    }
    expect((await summaryFor('guardian')).confidential).toBeNull()
    expect((await attentionFor('guardian')).cases).toEqual([])
    expect((await ask('practitioner', `/api/plans/${log}/seen`, { upTo: Date.now() })).status).toBe(204)
  })

  it('[CF5] [AC10] [AC11] tells the client who looked at it, and a guardian of no such look', async () => {
    await ask('supervisor', `/api/plans/${log}/history`)
    const looksFor = async (who: Who) =>
      ((await ask(who, `/api/cases/${house.case}/looks`)).json as RecordLooks).looks
    const ofSupervisor = (looks: readonly RecordLook[]) =>
      looks.filter(({ person }) => person === house.supervisor)
    const [read] = ofSupervisor(await looksFor('client')).filter(({ what }) => what === 'history')
    // The one replay of the plan above, and nothing of what was done here.
    expect(ofSupervisor(await looksFor('guardian')).map(({ what }) => what)).toEqual(['replay'])
    const why = (who: Who, look = read?.look) =>
      ask(who, `/api/cases/${house.case}/looks/${look ?? ''}/question`, { text: 'Why?' })
    const missing = await why('guardian', newUuid(Date.now()))
    expect((await why('guardian')).text).toBe(missing.text)
    expect((await why('client')).status).toBe(201)
    const visitor = await openPlan(api, house, 'supervisor', plan)
    visitor.close()
    expect(ofSupervisor(await looksFor('guardian')).map(({ what }) => what)).toEqual(['plan', 'replay'])
    expect(await answersTo('guardian')).not.toContain('Why?')
  })
})
