import { describe, expect, it, jest } from '@jest/globals'
import { fireEvent, render, screen } from '@testing-library/react'
import { readFileSync } from 'node:fs'
import { linePath, plotOf } from './plot.js'
import { PlaceRow } from './place-row.js'
import { RowChart, type RowChartProps } from './row-chart.js'
import { SmallChart } from './small-chart.js'

const size = { width: 200, height: 120, start: 20, end: 20, top: 10, bottom: 10 }
const plot = plotOf({ size, count: 4, values: [7, 9], min: 0, max: 10, step: 1 })

describe('a plot', () => {
  it('[AL4] has an axis from the line below the lowest value to one above the highest, inside the scale', () => {
    expect(plot.ticks).toEqual([6, 7, 8, 9, 10])
    expect([plot.y(6), plot.y(10)]).toEqual([110, 10])
    const whole = plotOf({ size, count: 1, values: [0, 10], min: 0, max: 10, step: 5 })
    expect(whole.ticks).toEqual([0, 5, 10])
    expect(plotOf({ size, count: 0, values: [], min: 0, max: 10, step: 5 }).ticks).toEqual([0, 5, 10])
  })

  it('[AL4] gives every place the same room', () => {
    expect([0, 1, 2, 3].map(plot.x)).toEqual([40, 80, 120, 160])
    expect(plot.column).toBe(40)
  })

  it('[AL1] draws one line past what is missing, and fills nothing in', () => {
    expect(linePath(plot, [9, null, 6, 9])).toBe('M40 35L120 110L160 35')
    expect(linePath(plot, [null])).toBe('')
  })
})

const chart: RowChartProps = {
  label: 'Three sessions: 8, then 6 which is below, then nothing.',
  count: 3,
  lines: [
    {
      id: 'mean',
      values: [8, 6, null],
      mark: 'circle',
      flagged: new Set([1]),
      label: (value) => value.toFixed(1),
    },
  ],
  levels: [{ id: 'ask', at: 7, label: 'Ask below 7', tone: 'attention' }],
  band: { from: 7, to: 9, label: 'Usual range' },
  boundary: { after: 2, label: 'Learned from 1–2' },
  scale: { min: 0, max: 10, step: 1 },
  format: String,
  selected: 1,
  onSelect: () => undefined,
  height: 240,
}

describe('a chart of a row', () => {
  it('[AL4] is one picture with all of it in words', () => {
    render(<RowChart {...chart} />)
    expect(screen.getByRole('img', { name: chart.label })).toBeTruthy()
  })

  it('[AL1] draws the limits, the usual range and where it was learned', () => {
    const { container } = render(<RowChart {...chart} />)
    const words = [...container.querySelectorAll('text')].map((text) => text.textContent)
    expect(words).toEqual(
      expect.arrayContaining(['Ask below 7', 'Usual range', 'Learned from 1–2', '8.0', '6.0']),
    )
    const band = container.querySelector('.ac-chart-band')
    const level = container.querySelector('.ac-chart-level > line')
    const bottom = Number(band?.getAttribute('y')) + Number(band?.getAttribute('height'))
    expect(bottom).toBeCloseTo(Number(level?.getAttribute('y1')), 0)
  })

  it('[AL4] marks what stands out by its shape, not by colour alone, and draws no point where none was', () => {
    const { container } = render(<RowChart {...chart} />)
    expect(container.querySelectorAll('.ac-chart-line > g > circle')).toHaveLength(1)
    expect(container.querySelectorAll('.ac-chart-line > [data-flagged] > path')).toHaveLength(1)
  })

  it('[ME7] breaks a long label between its words, so that none of it is cut off at the end', () => {
    const severe = { id: 'severe', at: 8, label: 'Moderately severe 15–19', tone: 'quiet' } as const
    const { container } = render(<RowChart {...chart} levels={[severe]} />)
    const lines = [...container.querySelectorAll('.ac-chart-level tspan')].map((line) => line.textContent)
    expect(lines).toEqual(['Moderately', 'severe 15–19'])
  })

  it('[AL4] lets a mouse choose a place', () => {
    const onSelect = jest.fn()
    const { container } = render(<RowChart {...chart} onSelect={onSelect} />)
    const [, , third] = container.querySelectorAll('.ac-chart-place')
    if (third) fireEvent.click(third)
    expect(onSelect).toHaveBeenCalledWith(2)
  })

  it('[AL4] has a print style without colour', () => {
    const css = readFileSync(new URL('../styles/chart.css', import.meta.url), 'utf8')
    const print = css.slice(css.indexOf('@media print'))
    expect(print).toContain('--line-ink: #000')
    expect(print).not.toMatch(/ochre|pine|clay/)
  })
})

describe('a small chart', () => {
  it('[AL4] shows the selected place and the last one', () => {
    const { container } = render(
      <SmallChart label="Tasks" values={[8, 4, null, 9]} scale={{ min: 0, max: 10 }} selected={1} />,
    )
    expect(screen.getByRole('img', { name: 'Tasks' })).toBeTruthy()
    expect(container.querySelectorAll('[data-flagged] > path')).toHaveLength(1)
    expect(container.querySelectorAll('[data-end]')).toHaveLength(1)
  })
})

describe('the places under a chart', () => {
  it('[AL4] are buttons with names, one of them chosen', () => {
    const onSelect = jest.fn()
    const places = [1, 2].map((n) => ({ id: `${n}`, label: `${n}`, note: '10 Sep', name: `Session ${n}` }))
    render(<PlaceRow label="Sessions" places={places} selected="1" onSelect={onSelect} />)
    expect(screen.getByRole('radio', { name: 'Session 1' }).getAttribute('aria-checked')).toBe('true')
    fireEvent.click(screen.getByRole('radio', { name: 'Session 2' }))
    expect(onSelect).toHaveBeenCalledWith('2')
  })
})
