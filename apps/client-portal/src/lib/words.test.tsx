import { describe, expect, it } from '@jest/globals'
import { act, render, screen } from '@testing-library/react'
import { useCatalogues, withWords } from './words.js'

function Ids() {
  return (
    <output>
      {useCatalogues()
        .flatMap((catalogue) => Object.keys(catalogue))
        .join(' ')}
    </output>
  )
}

describe('the words of the portal', () => {
  it('start with those of the first screen, and come whole with the first room that is fetched', async () => {
    render(<Ids />)
    const said = screen.getByRole('status').textContent
    expect(said).toContain('signIn.title')
    expect(said).not.toContain('replay.')

    await act(() => withWords(Promise.resolve()))

    const all = screen.getByRole('status').textContent.split(' ')
    expect(all).toContain('replay.heading.goal')
    expect(new Set(all).size).toBe(all.length)
  })
})
