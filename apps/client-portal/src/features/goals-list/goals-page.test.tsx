import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen, within } from '@testing-library/react'
import type { PersonId } from '@accord/domain/ids'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { DraftSummary } from '@accord/domain/rest/own-log'
import { type Answer, aServer, ok } from '../../testing/a-server.js'
import {
  aCase,
  aGoal,
  DAY,
  halves,
  PARTNER,
  PEOPLE,
  PLAN,
  PRACTITIONER,
  SELF,
} from '../../testing/alder-house.js'
import { openPortal } from '../../testing/open-portal.js'

function openGoals(cases: readonly CaseSummary[] | (() => Answer)) {
  const answer = typeof cases === 'function' ? cases : ok({ cases })
  aServer({ 'GET /api/sign-in': ok({ self: SELF }), 'GET /api/cases': answer })
  return openPortal('/goals')
}

const card = (name: string) => screen.findByRole('link', { name: new RegExp(`^${name}`, 'u') })

describe('the client’s goals', () => {
  it('starts with an invitation where nothing is written yet', async () => {
    const portal = openGoals([aCase()])
    expect(await screen.findByText('No goals yet, and that’s where everyone starts')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Write the first words' })).toBeTruthy()
    expect(portal.address()).toBe('/goals')
  })

  it('[FT12] shows what can be read of a plan whose record does not hold, and offers no writing in it', async () => {
    const goals = [aGoal('Leeds')]
    const readable = { log: PLAN, plan: null, goals, at: DAY, broken: { seq: 7, reason: 'hash-differs' } }
    aServer({
      'GET /api/sign-in': ok({ self: SELF }),
      'GET /api/cases': ok({ cases: [aCase({ unreadable: true })] }),
      [`GET /api/plans/${PLAN}/readable`]: ok({ ...readable, people: PEOPLE }),
    })
    openPortal('/goals')
    expect(await card('Leeds')).toBeTruthy()
    const title = screen.getByRole('heading', { name: /nobody can write in it just now/ })
    const note = title.closest('[role="alert"]')?.textContent
    expect(note).toContain('so has Mara')
    expect(screen.queryByText('No goals yet, and that’s where everyone starts')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Write the first words' })).toBeNull()
  })

  it('keeps the rank that people gave their goals, whoever they wait for', async () => {
    const agreed = { kind: 'agreed' as const, since: DAY, halves: halves('on', 'on') }
    const goals = [aGoal('Leeds', { agreement: agreed }), aGoal('Sleep'), aGoal('Dad')]
    openGoals([aCase({ goals })])
    await card('Leeds')
    const links = within(screen.getByRole('main')).getAllByRole('link')
    const names = links.map((link) => link.querySelector('b')?.textContent)
    expect(names.slice(-3)).toEqual(['Leeds', 'Sleep', 'Dad'])
  })

  it('[AG1] says when both stand behind the words', async () => {
    const agreement = { kind: 'agreed' as const, since: DAY, halves: halves('on', 'on') }
    openGoals([aCase({ goals: [aGoal('Leeds', { agreement })] })])
    expect(within(await card('Leeds')).getByText(/Agreed by you both on 29 October/u)).toBeTruthy()
  })

  it('[AG2] says plainly that the wording changed, and whose turn it is', async () => {
    const before = { wording: 'w', statement: 'Before', at: DAY, seq: 3 }
    const agreement = { kind: 'lapsed' as const, since: DAY, before, halves: halves('lapsed', 'on') }
    openGoals([aCase({ goals: [aGoal('Sleep', { agreement })] })])
    const sleep = await card('Sleep')
    expect(sleep.textContent).toContain('Wording changed since you agreed on 29 October.')
    expect(sleep.textContent).toContain('Waiting for you.')
    expect(sleep.textContent).toContain('Mara changed it last')
  })

  it('[AG5] shows another answer than yes as the answer it is', async () => {
    const agreement = {
      kind: 'open' as const,
      halves: halves('off', 'off', { by: PRACTITIONER, kind: 'need-time' }),
    }
    openGoals([aCase({ goals: [aGoal('Dad', { agreement })] })])
    expect(within(await card('Dad')).getByText('Mara needs more time.')).toBeTruthy()
  })

  it('puts goals set aside out of the way, and shows them on request', async () => {
    openGoals([aCase({ goals: [aGoal('Sleep'), aGoal('Money', { lifecycle: 'on-hold' })] })])
    await card('Sleep')
    expect(screen.queryByRole('link', { name: /^Money/u })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '1 goal set aside' }))
    expect(await card('Money')).toBeTruthy()
  })

  it('groups the goals of somebody with several cases by the people they are shared with', async () => {
    const partner = { person: PARTNER, name: 'Wren Halloran', relation: 'client' as const }
    const together = aCase({ people: [...PEOPLE, partner], goals: [aGoal('Evenings')] })
    openGoals([aCase({ goals: [aGoal('Sleep')] }), together])
    const group = await screen.findByRole('region', { name: 'With Mara and Wren' })
    expect(within(group).getByRole('link', { name: /^Evenings/u })).toBeTruthy()
    expect(within(group).queryByRole('link', { name: /^Sleep/u })).toBeNull()
  })

  it('[AC3] offers no new goal where the work together has ended', async () => {
    openGoals([aCase({ closedAt: DAY, goals: [aGoal('Sleep')] })])
    expect(await screen.findByText(/Your work together ended on 29 October/u)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'What would you like to be different?' })).toBeNull()
  })

  describe('beside what only the client can see', () => {
    const draft = (name: string, more: Partial<DraftSummary> = {}): DraftSummary => ({
      id: aGoal(name).id,
      name,
      statement: { text: 'Hard to say', runs: [[SELF.person.id, 11]] },
      setAsideBecause: null,
      startedAt: DAY,
      ...more,
    })
    const openWith = (drafts: readonly DraftSummary[], goals: CaseSummary['goals'] = []) => {
      const summary = aCase({ goals })
      aServer({
        'GET /api/sign-in': ok({ self: SELF }),
        'GET /api/cases': ok({ cases: [summary] }),
        [`GET /api/cases/${summary.caseId}/drafts`]: ok({ log: PLAN, drafts }),
      })
      openPortal('/goals')
      return summary
    }

    it('[DR1] says who cannot see a draft, and leads to it', async () => {
      const money = draft('Money')
      const summary = openWith([money], [aGoal('Sleep')])
      const only = within(await screen.findByRole('region', { name: 'Only you can see these' }))
      expect(only.getByText(/Mara can’t see it, and neither can anybody else/u)).toBeTruthy()
      const href = only.getByRole('link').getAttribute('href')
      expect(href).toBe(`/cases/${summary.caseId}/drafts/${money.id}`)
    })

    it('[DR3] shows what was shared once, also when the device ended before the draft was set aside', async () => {
      const shared = draft('Money')
      const marked = draft('Dad', { setAsideBecause: 'shared' })
      openWith([shared, marked, draft('Leeds')], [aGoal('Money', { id: shared.id })])
      const only = within(await screen.findByRole('region', { name: 'Only you can see these' }))
      expect(only.getAllByRole('link')).toHaveLength(1)
      expect(screen.getAllByRole('link', { name: /Money/u })).toHaveLength(1)
    })
  })

  it('says what is safe when the goals could not be fetched, and fetches them on request', async () => {
    let isBroken = true
    openGoals(() => (isBroken ? { status: 500, body: { code: 'unexpected' } } : ok({ cases: [aCase()] })))
    expect(await screen.findByText('We couldn’t fetch your goals')).toBeTruthy()
    isBroken = false
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('No goals yet, and that’s where everyone starts')).toBeTruthy()
  })
})

describe('what whoever supervises wrote for the client', () => {
  const RUTH = { person: 'ruth' as PersonId, name: 'Ruth Adeyemi', relation: 'supervisor' as const }
  const comment = {
    id: 'c',
    by: RUTH.person,
    at: DAY,
    text: 'You found your own words.',
    goal: null,
    amended: true,
  }

  it('[RV6] stands after the goals, with who wrote it and that it was worded anew', async () => {
    const own = aCase({ goals: [aGoal('Sleep')] })
    aServer({
      'GET /api/sign-in': ok({ self: SELF }),
      'GET /api/cases': ok({ cases: [own] }),
      [`GET /api/cases/${own.caseId}/review/for-client`]: ok({ comments: [comment], people: [RUTH] }),
    })
    openPortal('/goals')
    const said = within(await screen.findByRole('region', { name: 'From supervision' }))
    expect(said.getByText('You found your own words.')).toBeTruthy()
    expect(said.getByText(/Ruth, who supervises, wrote/u).textContent).toContain('worded anew since')
  })
})
