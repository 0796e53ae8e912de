import { describe, expect, it } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import type { CaseId } from '@accord/domain/ids'
import type { SafetyPlan } from '@accord/domain/rest/safety'
import { NO_SAFETY_STEPS } from '@accord/domain/safety/safety-plan'
import { added, anAddendum } from '../../../testing/added.js'
import { aCase, AS_MARA, JONAH, MARA, PEOPLE } from '../../../testing/people.js'
import { renderPart } from '../../../testing/render-part.js'
import { SafetyTab } from './safety-tab.js'

const plan: SafetyPlan = {
  ...{ caseId: 'case' as CaseId, client: JONAH, name: 'Jonah Okafor', version: 2, readers: PEOPLE },
  changed: { by: MARA, name: 'Mara Lindqvist', at: Date.UTC(2026, 9, 1, 12) },
  steps: { ...NO_SAFETY_STEPS, signs: [{ words: 'I stop answering', phone: null }] },
  mayWrite: true,
}

function open(more: Readonly<Record<string, unknown>>) {
  renderPart(AS_MARA, <SafetyTab summary={aCase()} />, {
    '/api/cases/case/safety-plans': { plans: [plan] },
    '/api/safety/alerts': { alerts: [] },
    '/api/urgent-numbers': { country: 'GB', version: 1, numbers: [], changed: null },
    ...more,
  })
}

describe('a safety plan at the console', () => {
  it('[AD9] stands with what its client says of it, and apart from that what they said of an earlier version', async () => {
    const of = { kind: 'safety-plan', item: JONAH } as const
    const before = anAddendum({ ...of, entry: 1, words: 'That was my brother.' })
    open({ '/api/cases/case/addenda': added(before, anAddendum({ ...of, entry: 2 })) })
    const now = await screen.findByRole('group', { name: 'Jonah says that something here is not right' })
    expect(within(now).getByText('It was one stop.')).toBeTruthy()
    expect(within(now).queryByText('That was my brother.')).toBeNull()
    const sentence = 'Jonah says that something in an earlier version is not right'
    const then = within(screen.getByRole('group', { name: sentence }))
    expect(then.getByText('That was my brother.')).toBeTruthy()
  })

  it('[AD9] does not pass over that what was added could not be asked', async () => {
    open({})
    expect(await screen.findByText('I stop answering')).toBeTruthy()
    expect(await screen.findByText('Whether anything was added to this couldn’t be fetched.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy()
  })
})
