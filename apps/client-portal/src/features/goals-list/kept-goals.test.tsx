import { afterEach, describe, expect, it } from '@jest/globals'
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { KeptContext } from '../../lib/kept.js'
import { createQueryClient } from '../../lib/query-client.js'
import { SelfContext } from '../../lib/self-context.js'
import { aServer, ok } from '../../testing/a-server.js'
import { aCase, aGoal, DAY, SELF } from '../../testing/alder-house.js'
import { openPortal, withMessages } from '../../testing/open-portal.js'
import { GoalsPage } from './goals-page.js'

afterEach(cleanup)

/** A page as it is without a server, out of a copy of these cases. */
function outOfTheCopy(page: ReactNode, cases: Parameters<typeof aCase>[0][]): void {
  aServer({})
  const kept = { self: SELF, list: { cases: cases.map((one) => aCase(one)) }, at: DAY }
  const element = (
    <SelfContext value={SELF}>
      <KeptContext value={kept}>{page}</KeptContext>
    </SelfContext>
  )
  const router = createMemoryRouter([{ path: '*', element }])
  render(
    withMessages(
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>,
    ),
  )
}

describe('the portal without a network', () => {
  it('[OF9] says in one sentence that nothing is kept here, and goes on when the server is back', async () => {
    aServer({})
    openPortal('/goals')
    expect((await screen.findByRole('heading', { name: 'You’re offline' })).textContent).toBe(
      'You’re offline',
    )
    screen.getByText(/Your goals aren’t kept on this phone/)
    aServer({
      'GET /api/sign-in': ok({ self: SELF }),
      'GET /api/cases': ok({ cases: [aCase({ goals: [aGoal('Sleep')] })] }),
    })
    fireEvent(window, new Event('online'))
    await screen.findByRole('link', { name: /Sleep/ })
  })

  it('[OF8] shows the kept list with its day, and offers nothing to write with', async () => {
    outOfTheCopy(<GoalsPage account={null} unsent={<p>unsent</p>} />, [{ goals: [aGoal('Sleep')] }])
    await screen.findByRole('link', { name: /Sleep/ })
    expect(screen.getByRole('status').textContent).toMatch(/^You’re offline\. .* 29 October/)
    screen.getByText(/Drafts that only you can see aren’t kept/)
    expect(screen.queryByText(/What would you like to be different/)).toBeNull()
    expect(screen.queryByText('unsent')).toBeNull()
  })

  it('[OF8] is honest about a list that was empty', async () => {
    outOfTheCopy(<GoalsPage account={null} unsent={null} />, [{}])
    await screen.findByText('There were no goals yet when you were last online.')
    expect(screen.queryByRole('button', { name: 'Write the first words' })).toBeNull()
  })
})
