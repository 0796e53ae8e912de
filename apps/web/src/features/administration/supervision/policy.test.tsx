import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen, within } from '@testing-library/react'
import type { PolicyBody } from '@accord/domain/rest/policy'
import { DEFAULT_POLICY, type PolicyVersion } from '@accord/domain/supervision/policy'
import { type Answers, ok, pageAlert, refusedWith, renderConsole } from '../../../testing/render-console.js'
import { AS_BETH, BETH } from '../../../testing/the-desk.js'

const PATH = '/api/clinic/supervision-policy'
const WEEK = 'Not read: for this week after'
const TODAY = 'Not read: for today after'

function aVersion(version: number, changes = {}): PolicyVersion {
  const thresholds = { ...DEFAULT_POLICY.thresholds, ...changes }
  return { version, thresholds, rules: ['bacp'], by: { person: BETH, name: 'Beth Calloway' }, at: Date.now() }
}

function policy(versions: readonly PolicyVersion[], more: Answers = {}): void {
  renderConsole('/administration/supervision', {
    'GET /api/sign-in': ok({ self: AS_BETH }),
    'GET /api/alarms': ok({ at: 0, alarms: [] }),
    [`GET ${PATH}`]: ok({ versions }),
    ...more,
  })
}

const write = (label: string, words: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: words } })
const save = () => screen.getByRole('button', { name: 'Save these days and rules' })

describe('how queues decide', () => {
  it('[SQ20] is shown with what is usual, each rule with its source, and who changed what', async () => {
    policy([aVersion(1, { askDays: 10 })])
    const field = await screen.findByLabelText<HTMLInputElement>(
      'A change asked for, unanswered: for this week after',
    )
    expect(field.value).toBe('10')
    expect(screen.getAllByText('Usually 7 days')).toHaveLength(3)
    expect(screen.getByText(/30-3201-6\.3/)).toBeTruthy()
    const changes = within(screen.getByRole('region', { name: 'Changes so far' }))
    expect(changes.getByText(/Beth Calloway/)).toBeTruthy()
    expect(changes.getByText(/10 days, before 7\./)).toBeTruthy()
  })

  it('[SQ20] is not saved with days that contradict each other, and says which', async () => {
    policy([])
    await screen.findByLabelText(WEEK)
    expect(save().hasAttribute('disabled')).toBe(true)
    write(WEEK, '30')
    expect(screen.getByText(/^This has to be later than/)).toBeTruthy()
    write(TODAY, 'soon')
    expect(screen.getByText(/^Say a whole number of days/)).toBeTruthy()
  })

  it('[SQ20] goes back to the defaults, and keeps what was typed when another was faster', async () => {
    policy([aVersion(3, { unreadWeekDays: 10 })], {
      [`PUT ${PATH}`]: refusedWith(409, 'words-changed'),
    })
    const field = await screen.findByLabelText<HTMLInputElement>(WEEK)
    fireEvent.click(screen.getByRole('button', { name: 'Back to the defaults' }))
    expect(field.value).toBe('14')
    fireEvent.click(save())
    expect((await pageAlert()).textContent).toContain('Somebody else changed this meanwhile')
    expect(field.value).toBe('14')
  })

  it('[SQ20] is sent over the version that they had before them', async () => {
    const sent: PolicyBody[] = []
    policy([aVersion(3)], { [`PUT ${PATH}`]: ok({ versions: [aVersion(4, { unreadWeekDays: 10 })] }) })
    await screen.findByLabelText(WEEK)
    const answer = globalThis.fetch
    globalThis.fetch = (input, init) => {
      if (typeof init?.body === 'string') sent.push(JSON.parse(init.body) as PolicyBody)
      return answer(input, init)
    }
    write(WEEK, '10')
    fireEvent.click(save())
    expect(await screen.findByText('Saved. Every queue follows it from now on.')).toBeTruthy()
    expect(sent).toEqual([
      { over: 3, thresholds: { ...DEFAULT_POLICY.thresholds, unreadWeekDays: 10 }, rules: ['bacp'] },
    ])
  })
})
