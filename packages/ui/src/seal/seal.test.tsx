import { describe, expect, it } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { AGREED_HALVES, OPEN_HALVES } from './seal-half.js'
import { Seal } from './seal.js'

describe('the drawn seal', () => {
  it('is an image with a sentence', () => {
    render(<Seal halves={AGREED_HALVES} size={54} label="Seal closed. Mara and Jonah agree." />)
    expect(screen.getByRole('img', { name: 'Seal closed. Mara and Jonah agree.' })).toBeTruthy()
  })

  it('is hidden where words beside it say the same', () => {
    const { container } = render(<Seal halves={OPEN_HALVES} size={20} />)
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
    expect(container.querySelector('[data-closed]')).toBeNull()
  })

  it('carries its ring of words only when it is big', () => {
    const { container, rerender } = render(
      <Seal halves={AGREED_HALVES} size={232} ring="Agreed 19 November" />,
    )
    expect(container.querySelector('textPath')?.textContent).toBe('Agreed 19 November')
    rerender(<Seal halves={AGREED_HALVES} size={54} ring="Agreed 19 November" />)
    expect(container.querySelector('textPath')).toBeNull()
  })
})
