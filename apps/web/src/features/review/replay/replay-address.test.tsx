import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { createMemoryRouter, RouterProvider, type RouteObject } from 'react-router'
import type { GoalId } from '@accord/domain/ids'
import { useAddressFollows, useReplayAddress } from './replay-address.js'

const SLEEP = '018f0000-0000-7000-8000-00000000000a' as GoalId
const SETTLED_AFTER = 300

beforeEach(() => void jest.useFakeTimers())
afterEach(() => void jest.useRealTimers())

function Replay({ seq }: { readonly seq: number }) {
  const address = useReplayAddress()
  useAddressFollows(address, seq)
  return (
    <button type="button" onClick={() => address.chooseGoal(SLEEP)}>
      {`goal ${address.goal ?? 'none'}, at ${address.at ?? 'the end'}`}
    </button>
  )
}

async function open(elsewhere: RouteObject = { path: '/clients', element: <p>Clients</p> }) {
  const replay = { path: '/reviews/case', element: <Replay seq={7} /> }
  const router = createMemoryRouter([replay, elsewhere], { initialEntries: ['/reviews/case'] })
  await act(() => render(<RouterProvider router={router} />))
  return router
}

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))

describe('the address of a replay', () => {
  it('[RP18] names the moment once the replay has stood still', async () => {
    await open()
    await pass(SETTLED_AFTER - 1)
    expect(screen.getByText('goal none, at the end')).toBeTruthy()
    await pass(1)
    expect(screen.getByText('goal none, at 7')).toBeTruthy()
  })

  it('[RP18] keeps the goal that was chosen the moment before', async () => {
    await open()
    await pass(SETTLED_AFTER - 1)
    await act(async () => {
      fireEvent.click(screen.getByRole('button'))
      await jest.advanceTimersByTimeAsync(1)
    })
    await pass(SETTLED_AFTER)
    expect(screen.getByText(`goal ${SLEEP}, at 7`)).toBeTruthy()
  })

  it('[RP18] calls nobody back who is on their way to another page', async () => {
    const fetched = new Promise((resolve) => setTimeout(resolve, 10 * SETTLED_AFTER))
    const router = await open({
      path: '/clients',
      lazy: () => fetched.then(() => ({ Component: () => 'Clients' })),
    })
    act(() => {
      void router.navigate('/clients')
    })
    await pass(20 * SETTLED_AFTER)
    expect(router.state.location.pathname).toBe('/clients')
    expect(screen.getByText('Clients')).toBeTruthy()
  })
})
