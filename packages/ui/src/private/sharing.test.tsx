import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { useSharing } from './use-sharing.js'

type End = 'shared' | 'unreachable' | 'refused'

function Page({ share }: { readonly share: () => Promise<End> }) {
  const { sharing, begin, keep } = useSharing(share)
  return (
    <>
      <output>{sharing.kind === 'soon' ? `soon ${sharing.seconds}` : sharing.kind}</output>
      <button onClick={begin}>Share</button>
      <button onClick={keep}>Keep it</button>
    </>
  )
}

function open(end: End) {
  const share = jest.fn(() => Promise.resolve(end))
  const page = render(<Page share={share} />)
  const seconds = async (count: number) => {
    for (let second = 0; second < count; second++) {
      await act(async () => {
        await jest.advanceTimersByTimeAsync(1_000)
      })
    }
  }
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
  return { share, seconds, press, page, standing: () => screen.getByRole('status').textContent }
}

describe('sharing a draft with one act', () => {
  beforeEach(() => {
    jest.useFakeTimers()
  })
  afterEach(() => {
    jest.useRealTimers()
  })

  it('[DR3] happens once, five seconds after it was asked for', async () => {
    const { share, seconds, press } = open('shared')
    press('Share')
    await seconds(4)
    expect(share).not.toHaveBeenCalled()
    await seconds(4)
    expect(share).toHaveBeenCalledTimes(1)
  })

  it('[DR3] does not happen when the draft is kept in time', async () => {
    const { share, seconds, press, standing } = open('shared')
    press('Share')
    await seconds(4)
    press('Keep it')
    await seconds(10)
    expect(share).not.toHaveBeenCalled()
    expect(standing()).toBe('kept')
  })

  it('[DR1] does not happen after its writer left the page', async () => {
    const { share, seconds, press, page } = open('shared')
    press('Share')
    await seconds(2)
    page.unmount()
    await seconds(10)
    expect(share).not.toHaveBeenCalled()
  })

  it('[DR3] says when there was no way to the server, and can be asked for again', async () => {
    const { share, seconds, press, standing } = open('unreachable')
    press('Share')
    await seconds(6)
    expect(standing()).toBe('failed')
    press('Share')
    await seconds(6)
    expect(share).toHaveBeenCalledTimes(2)
  })
})
