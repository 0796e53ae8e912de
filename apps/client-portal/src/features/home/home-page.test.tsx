import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import type { AttentionItem } from '@accord/domain/attention/attention'
import type { GoalId, StepId } from '@accord/domain/ids'
import { type Answer, aServer, ok } from '../../testing/a-server.js'
import { aCase, DAY, PEOPLE, PLAN, PRACTITIONER, SELF } from '../../testing/alder-house.js'
import { openPortal } from '../../testing/open-portal.js'

const GOAL = '018f0000-0000-7000-8000-000000000077' as GoalId
const words = { text: 'Asleep by ten', runs: [[PRACTITIONER, 13]] } as const
const place = { goal: GOAL, goalName: 'Sleep', at: DAY, isNew: true }
const lapsed: AttentionItem = {
  ...place,
  ...{ kind: 'lapsed', step: null, by: PRACTITIONER, before: 'Asleep by nine' },
  ...{ words, agreedBy: [PRACTITIONER] },
}

function openHome(...items: readonly AttentionItem[]) {
  return openHomeWhere(ok({}), ...items)
}

function openHomeWhere(ticking: Answer, ...items: readonly AttentionItem[]) {
  const theirs = aCase()
  const { caseId } = theirs
  const cases =
    items.length === 0
      ? []
      : [
          {
            caseId,
            plan: PLAN,
            audience: 'plan',
            relation: 'client',
            people: PEOPLE,
            items,
            looks: [],
            reviews: [],
            sessions: [],
          },
        ]
  const look = { look: '1', person: PRACTITIONER, name: 'Mara Lindqvist', relation: 'practitioner', at: DAY }
  const read = { ...look, what: 'history', goal: null, until: null, question: null, emergency: null }
  const server = aServer({
    'GET /api/sign-in': ok({ self: SELF }),
    'GET /api/cases': ok({ cases: [theirs] }),
    'GET /api/attention': ok({ at: DAY + 1, cases }),
    [`GET /api/cases/${caseId}/looks`]: ok({ looks: [read], nextBefore: null }),
    [`POST /api/plans/${PLAN}/seen`]: { status: 204 },
    [`POST /api/plans/${PLAN}/operations`]: ticking,
  })
  openPortal('/')
  return server
}

describe('the first screen', () => {
  it('[AT1] begins with one small thing to do, its reason and one act', async () => {
    openHome(lapsed)
    expect(await screen.findByRole('heading', { name: 'Mara changed the words of Sleep' })).toBeTruthy()
    expect(screen.getByText(/Mara agrees to the new words. Your half is still open/)).toBeTruthy()
    const act = screen.getByRole('link', { name: 'Read it and decide' })
    expect(act.getAttribute('href')).toBe(`/plans/${PLAN}/goals/${GOAL}`)
  })

  it('[AT8] rings for what is new, until it is marked as seen', async () => {
    const { sent } = openHome(lapsed)
    fireEvent.click(await screen.findByRole('button', { name: 'News, 1 new' }))
    fireEvent.click(await screen.findByRole('button', { name: 'I’ve seen these' }))
    const noted = { path: `/api/plans/${PLAN}/seen`, body: { upTo: DAY + 1 } }
    await waitFor(() => expect(sent).toEqual([noted]))
  })

  const due: AttentionItem = {
    ...place,
    ...{ kind: 'step-due', step: '018f0000-0000-7000-8000-000000000078' as StepId },
    ...{ text: 'The phone to the kitchen', due: '2026-10-30' },
  }
  const tick = () => screen.findByRole<HTMLInputElement>('checkbox', { name: /^Done: The phone/ })

  it('[AT7] [ST3] ticks a step where it stands, and takes it back', async () => {
    const { sent } = openHome(due)
    fireEvent.click(await tick())
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(screen.getByText('You did this')).toBeTruthy()
    fireEvent.click(await tick())
    await waitFor(() => expect(sent).toHaveLength(2))
    const commands = sent.map(({ body }) => (body as { command: unknown }).command)
    const { goal, step } = due as { goal: GoalId; step: StepId }
    expect(commands).toEqual([true, false].map((done) => ({ name: 'step.done', goal, step, done })))
    expect((await tick()).checked).toBe(false)
  })

  it('[ST3] unticks a step, and says so, when the server didn’t note it', async () => {
    openHomeWhere({ status: 409, body: { code: 'case-closed' } }, due)
    fireEvent.click(await tick())
    expect(await screen.findByText(/This couldn’t be noted/)).toBeTruthy()
    expect((await tick()).checked).toBe(false)
  })

  it('[AC10] says who looked at the record, in which role', async () => {
    openHome()
    expect(await screen.findByText('Nothing waits for you')).toBeTruthy()
    expect(await screen.findByText('Mara Lindqvist read the history of the goals')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'All' }).getAttribute('href')).toBe('/you/record')
  })
})
