import { describe, expect, it } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import type { PersonId } from '@accord/domain/ids'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { Self } from '@accord/domain/rest/self'
import { aCase, aGoalSummary, aSelf, AS_MARA, AS_RUTH } from '../../testing/people.js'
import { ok, renderConsole } from '../../testing/render-console.js'

function clients(self: Self, ...cases: readonly CaseSummary[]): void {
  renderConsole('/clients', { 'GET /api/sign-in': ok({ self: self }), 'GET /api/cases': ok({ cases }) })
}

describe('the clients one works with', () => {
  it('[LP10] are a table with the seals of their goals and the latest goal in its words', async () => {
    clients(AS_MARA, aCase())
    const row = within(await screen.findByRole('row', { name: /Jonah Okafor/ }))
    expect(row.getByText('Counselling')).toBeTruthy()
    expect(row.getByRole('img').getAttribute('aria-label')).toBe(
      'Sleep: Seal open. Nobody has agreed to these words yet.',
    )
    expect(row.getByText('I sleep through most nights').dataset.relation).toBe('client')
    expect(row.getByText('Jonah, today')).toBeTruthy()
  })

  it('leave out goals that are set aside', async () => {
    clients(AS_MARA, aCase({ goals: [aGoalSummary({ lifecycle: 'on-hold' })] }))
    const row = within(await screen.findByRole('row', { name: /Jonah Okafor/ }))
    expect(row.getByText('1 set aside')).toBeTruthy()
    expect(row.queryByText('I sleep through most nights')).toBeNull()
  })

  it('[AC3] are read, with whose clients they are, by a supervisor', async () => {
    clients(AS_RUTH, aCase({ relation: 'supervisor' }))
    expect(await screen.findByRole('heading', { name: 'Clients of people you supervise' })).toBeTruthy()
    expect(screen.getByText(/You read here and write nothing/)).toBeTruthy()
    expect(screen.getByRole('cell', { name: 'Mara Lindqvist' })).toBeTruthy()
  })

  it('[AC3] are nobody for an administrator, who is told why', async () => {
    clients(aSelf('hanne' as PersonId, 'Hanne Vestergaard', ['administrator']))
    expect(await screen.findByText('Administrators see no clinical content')).toBeTruthy()
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('are welcomed when there are none yet', async () => {
    clients(AS_MARA)
    expect(await screen.findByText(/No clients yet/)).toBeTruthy()
  })
})
