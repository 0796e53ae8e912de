import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Audience } from '@accord/domain/access/subject'
import type { OwnDrafts } from '@accord/domain/rest/own-log'
import type { CaseList, GoalSummary } from '@accord/domain/rest/case'
import type { CasePhases } from '@accord/domain/rest/case-file'
import type { ComfortProfiles } from '@accord/domain/rest/comfort'
import type { NoteList, NotesToDo, ReleasedNotes } from '@accord/domain/rest/note'
import type { Client, People } from '@accord/domain/rest/people'
import type { ReviewView } from '@accord/domain/rest/review'
import type { ClinicGreeting } from '@accord/domain/rest/self'
import type { Agenda, QueuePage, SupervisionLog, SupervisionPairs } from '@accord/domain/rest/supervision'
import { standingOf } from '@accord/domain/supervision/meeting'
import { startTestApi, type TestApi } from '../../../test/api.js'
import { verifyDatabase } from '../../history/verify-database.js'
import type { VerifiedLog } from '../../history/verify-log.js'
import { cookieOf } from '../../../test/ask.js'
import { DEMO_PASSWORD, DEMO_PEOPLE, type DemoKey } from './people.js'

let api: TestApi

beforeAll(async () => {
  api = await startTestApi({ demo: true })
}, 30_000)
afterAll(() => api.stop())

function audienceOf(key: DemoKey): Audience {
  const { relation } = DEMO_PEOPLE[key]
  return relation === 'client' || relation === 'guardian' ? 'portal' : 'console'
}

async function cookieOfDemo(key: DemoKey): Promise<string> {
  const { email } = DEMO_PEOPLE[key]
  return cookieOf(
    await api.ask(audienceOf(key), '/api/sign-in', { body: { email, password: DEMO_PASSWORD } }),
  )
}

async function casesOf(key: DemoKey): Promise<CaseList['cases']> {
  const { json } = await api.ask(audienceOf(key), '/api/cases', { cookie: await cookieOfDemo(key) })
  return (json as CaseList).cases
}

async function goalsOf(key: DemoKey): Promise<Record<string, GoalSummary>> {
  const goals = (await casesOf(key)).flatMap(({ goals }) => goals)
  return Object.fromEntries(goals.map((goal) => [goal.name, goal]))
}

const halves = (goal: GoalSummary | undefined) =>
  Object.fromEntries((goal?.agreement.halves ?? []).map(({ relation, state }) => [relation, state]))

describe('the demo clinic', () => {
  // The first of all: whoever looks as Ruth has her read something.
  it('[SQ1] [SQ8] [SQ11] has Ruth’s queue, an agenda with Mara and a signed log of a year', async () => {
    const { email } = DEMO_PEOPLE.ruth
    const signedIn = await api.ask('console', '/api/sign-in', { body: { email, password: DEMO_PASSWORD } })
    const cookie = cookieOf(signedIn)
    const ask = async (path: string) =>
      (await api.ask('console', `/api/supervision/${path}`, { cookie })).json
    const { counts, practitioners } = (await ask('queue')) as QueuePage
    expect(counts).toEqual({ today: 2, 'this-week': 5, fine: 4 })
    expect(practitioners.map(({ cases }) => cases)).toEqual([2, 9])
    const { pairs } = (await ask('pairs')) as SupervisionPairs
    const withMara = pairs.find(({ practitioner }) => practitioner.name.startsWith('Mara'))
    const pair = `pairs/${withMara?.supervisor.person}/${withMara?.practitioner.person}`
    const { items } = (await ask(`${pair}/agenda`)) as Agenda
    expect(items).toHaveLength(4)
    const { meetings } = (await ask(`${pair}/meetings?from=2020-01-01`)) as SupervisionLog
    expect(meetings.map(standingOf)).toEqual(['signed-by-one', ...Array<string>(18).fill('locked')])
  })

  it('[ID6] offers its people at the door of their own app, with one password', async () => {
    const atDoor = async (audience: 'console' | 'portal') =>
      (await api.ask(audience, '/api/clinic')).json as ClinicGreeting
    const [console_, portal] = [await atDoor('console'), await atDoor('portal')]
    expect(console_.demo?.people.map(({ name, relation }) => [name, relation])).toEqual([
      ['Mara Lindqvist', 'practitioner'],
      ['Ruth Adeyemi', 'supervisor'],
      ['Beth Calloway', 'administrator'],
      ['Hanna Weiss', 'practitioner'],
    ])
    expect(portal.demo?.people).toHaveLength(13)
    expect(console_.otherApp).toBe(api.config.origins.portal[0])
    expect(api.ready.demo?.people).toHaveLength(17)
  })

  it('[ID6] is offered nowhere once the clinic is a real one', async () => {
    await api.owner.query('UPDATE clinic SET demo = false')
    expect((await api.ask('console', '/api/clinic')).json).toMatchObject({ demo: null })
    await api.owner.query('UPDATE clinic SET demo = true')
  })

  it('[AG2] shows a lapsed goal, an agreed one, and one that waits for the other half', async () => {
    const { Sleep, Leeds, Dad } = await goalsOf('jonah')
    expect(Sleep?.agreement.kind).toBe('lapsed')
    expect(halves(Sleep)).toEqual({ practitioner: 'lapsed', client: 'lapsed' })
    expect([Leeds?.agreement.kind, Leeds?.lifecycle]).toEqual(['agreed', 'active'])
    expect([Dad?.agreement.kind, Dad?.lifecycle]).toEqual(['open', 'proposed'])
    expect(halves(Dad)).toEqual({ practitioner: 'off', client: 'on' })
  })

  it('[AG5] shows a disagreement, a wish for time, and a goal that was set aside', async () => {
    const { Mornings } = await goalsOf('wren')
    const { 'Home by six': six } = await goalsOf('priya')
    const { 'Thought record': record } = await goalsOf('jonah')
    const answers = [Mornings, six].flatMap(
      (goal) => goal?.agreement.halves.map(({ answer }) => answer?.kind) ?? [],
    )
    expect(answers).toEqual(expect.arrayContaining(['differently', 'need-time']))
    expect(record?.lifecycle).toBe('on-hold')
  })

  it('[LP10] leaves two people’s words in one statement', async () => {
    const { Sleep } = await goalsOf('jonah')
    expect(new Set(Sleep?.statement.runs.map(([author]) => author)).size).toBe(2)
  })

  it('[CF6] [CF8] keeps a teenager’s goal between Ellis and Mara; Ruth reads it, and Petra has no sign of it', async () => {
    for (const key of ['ellis', 'mara', 'ruth'] as const) {
      const kept = (await casesOf(key)).flatMap(({ confidential }) => confidential?.goals ?? [])
      expect([key, kept.map(({ name, agreement }) => [name, agreement.kind])]).toEqual([
        key,
        [['When I go quiet', 'agreed']],
      ])
      // Of when it was begun its id says nothing.
      for (const { id } of kept) expect(id).toMatch(/^0{8}-0{4}-7/)
    }
    const [family] = await casesOf('petra')
    expect(family?.goals.map(({ name }) => name)).toEqual(['School mornings', 'The band', 'Phone at night'])
    expect(family?.confidential).toBeNull()
    expect(JSON.stringify(family)).not.toContain('quiet')
  })

  it('[DR1] keeps a draft of Jonah’s and one of Mara’s, each for its writer alone', async () => {
    const draftsOf = async (key: DemoKey, caseId: string) => {
      const cookie = await cookieOfDemo(key)
      const { json } = await api.ask(audienceOf(key), `/api/cases/${caseId}/drafts`, { cookie })
      return (json as OwnDrafts).drafts.map(({ name }) => name)
    }
    const [{ caseId } = { caseId: '' }] = await casesOf('jonah')
    expect(await draftsOf('jonah', caseId)).toEqual(['Money'])
    expect(await draftsOf('mara', caseId)).toEqual(['Asking for help'])
  })

  it('[AC2] shows every case to its practitioner and its supervisor and none to the administrator', async () => {
    expect((await casesOf('mara')).length).toBe(9)
    expect((await casesOf('hanna')).length).toBe(2)
    expect((await casesOf('ruth')).length).toBe(11)
    expect(await casesOf('beth')).toEqual([])
  })

  it('has at least twelve clients, each with a case of their own or a shared one', async () => {
    const clients = Object.values(DEMO_PEOPLE).filter(({ relation }) => relation === 'client')
    expect(clients.length).toBeGreaterThanOrEqual(12)
    const cases = await casesOf('ruth')
    const written = cases.flatMap(({ people }) => people.filter(({ relation }) => relation === 'client'))
    expect(new Set(written.map(({ person }) => person)).size).toBe(clients.length)
  })

  it('[AG1, AG11] shows a couple: agreed by three, waiting for one of three, and narrowed to two', async () => {
    const { Evenings, Money, 'After a night shift': shift } = await goalsOf('luis')
    expect([Evenings?.agreement.kind, Evenings?.agreement.halves.length]).toEqual(['agreed', 3])
    expect(Money?.agreement.halves.map(({ state }) => state)).toEqual(['on', 'on', 'off'])
    expect([shift?.agreement.kind, shift?.agreement.halves.length]).toEqual(['agreed', 2])
  })

  it('[AG1] lets a guardian write beside the teenager, and counts both answers', async () => {
    const { 'Phone at night': nights } = await goalsOf('petra')
    expect(nights?.agreement.halves.map(({ relation, state }) => [relation, state])).toEqual([
      ['practitioner', 'off'],
      ['client', 'off'],
      ['guardian', 'on'],
    ])
  })

  it('[RV1] [RV5] has a case that was reviewed, answered and signed, and went on since', async () => {
    const { email } = DEMO_PEOPLE.ruth
    const signedIn = await api.ask('console', '/api/sign-in', { body: { email, password: DEMO_PASSWORD } })
    const [jonah] = await casesOf('jonah')
    const { json } = await api.ask('console', `/api/cases/${jonah?.caseId ?? ''}/review`, {
      cookie: cookieOf(signedIn),
    })
    const { threads, signatures, changesSince } = json as ReviewView
    expect(threads.map(({ kind, replies }) => [kind, replies.length])).toEqual([
      ['comment', 1],
      ['comment', 0],
      ['ask', 0],
    ])
    expect(signatures.map(({ checklist }) => checklist?.items.map(({ done }) => done))).toEqual([
      [true, true, false],
    ])
    expect(changesSince).toBeGreaterThan(0)
  })

  it('keeps one goal in the script that its writer thinks in', async () => {
    const words = Object.values(await goalsOf('layla')).map(({ statement }) => statement.text)
    expect(words.filter((text) => /\p{Script=Arabic}/u.test(text))).toHaveLength(1)
  })

  it('[CL15] names the phase of every case, with the days on which it changed', async () => {
    const cookie = await cookieOfDemo('ruth')
    const cases = await casesOf('ruth')
    for (const { caseId, openedAt } of cases) {
      const { json } = await api.ask('console', `/api/cases/${caseId}/phases`, { cookie })
      const { history } = json as CasePhases
      expect(history.length).toBeGreaterThan(0)
      const days = history.map(({ since }) => since)
      expect(days).toEqual([...days].sort((a, b) => a - b))
      expect(days[0]).toBe(openedAt)
    }
    const mine = cases.find(({ people }) => people.some(({ name }) => name === 'Jonah Okafor'))
    const { json } = await api.ask('console', `/api/cases/${mine?.caseId ?? ''}/phases`, { cookie })
    const phases = (json as CasePhases).history.map(({ phase }) => phase)
    expect(phases).toEqual(['commitment', 'process', 'change'])
  })

  it('[CL5] knows how to reach every client, and whom to ring for them', async () => {
    const cookie = await cookieOfDemo('beth')
    const { clients } = (await api.ask('console', '/api/people', { cookie })).json as People
    expect(clients).toHaveLength(13)
    for (const { id } of clients) {
      const { json } = await api.ask('console', `/api/clients/${id}`, { cookie })
      expect((json as Client).emergencyContact).not.toBeNull()
    }
  })

  it('[CL18] [CL21] shows how some like things, in versions and by those whose words they are', async () => {
    const cookie = await cookieOfDemo('mara')
    const found: ComfortProfiles[] = []
    for (const { caseId } of await casesOf('mara')) {
      const { json } = await api.ask('console', `/api/cases/${caseId}/comfort`, { cookie })
      found.push(json as ComfortProfiles)
    }
    const profiles = found.flatMap((answer) => answer.profiles)
    const of = (name: string) => profiles.find((profile) => profile.name === name)
    expect(of('Jonah Okafor')).toMatchObject({ version: 2, changed: { name: 'Jonah Okafor' } })
    expect(of('Ellis Novak')).toMatchObject({ version: 2, changed: { name: 'Ellis Novak' } })
    expect(of('Ines Carvalho')?.words.touch).toMatch(/Ask before/)
    expect(of('Samuel Adjei')).toMatchObject({ version: 0, changed: null })
    expect(profiles.every(({ changed }) => (changed?.at ?? 0) < Date.now())).toBe(true)
  })

  it('[NO9] [NO11] [NO13] has notes that are signed, one draft, one to co-sign, and one that is kept back', async () => {
    const ask = async (key: DemoKey, path: string) =>
      (await api.ask(audienceOf(key), `/api/${path}`, { cookie: await cookieOfDemo(key) })).json
    const [jonah] = await casesOf('jonah')
    const { notes, missing } = (await ask('mara', `cases/${jonah?.caseId}/notes`)) as NoteList
    expect(notes.map(({ state }) => state)).toEqual([
      'draft',
      'signed',
      'amended',
      ...Array<string>(6).fill('signed'),
    ])
    expect(missing).toEqual([])
    const read = (await ask('jonah', `cases/${jonah?.caseId}/released-notes`)) as ReleasedNotes
    expect(read.notes.filter(({ signedAt }) => signedAt !== null)).toHaveLength(8)
    const [priya] = await casesOf('priya')
    const hers = (await ask('priya', `cases/${priya?.caseId}/released-notes`)) as ReleasedNotes
    expect(hers.notes.map(({ shownFrom }) => shownFrom === null)).toEqual([true, false, false, false])
    const toDo = async (key: DemoKey) =>
      ((await ask(key, 'notes')) as NotesToDo).notes.map(({ kind }) => kind)
    expect(await toDo('ruth')).toEqual(['co-sign'])
    expect(await toDo('mara')).toEqual(['finish', 'begin'])
  })

  it('[HI6] leaves every history whole', async () => {
    const results: VerifiedLog[] = []
    await verifyDatabase(api.config, (result) => results.push(result))
    expect(results.filter(({ flaw }) => flaw !== null)).toEqual([])
    expect(results.length).toBeGreaterThanOrEqual(11)
  })

  it('[LP1] was typed over weeks, a few characters at a time, and never in the future', async () => {
    const [row] = await api.owner.query<{ entries: number; days: number; ahead: number; clients: number }[]>(
      `SELECT count(*)::int AS entries, count(DISTINCT client_id)::int AS clients,
         ((max(at_ms) - min(at_ms)) / 86400000)::int AS days,
         count(*) FILTER (WHERE at_ms > $1)::int AS ahead FROM entry`,
      [Date.now()],
    )
    expect(row?.entries).toBeGreaterThan(350)
    expect(row?.days).toBeGreaterThan(60)
    expect(row?.ahead).toBe(0)
    expect(row?.clients).toBeGreaterThan(30)
  })
})
