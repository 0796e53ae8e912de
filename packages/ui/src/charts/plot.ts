/** Room for a chart: the plot, and round it the words of its axes. In the units of its view box. */
export interface PlotSize {
  readonly width: number
  readonly height: number
  readonly start: number
  readonly end: number
  readonly top: number
  readonly bottom: number
}

/** Where values and places in a row are drawn. */
export interface Plot extends PlotSize {
  readonly x: (index: number) => number
  readonly y: (value: number) => number
  /** The width that belongs to one place in the row. */
  readonly column: number
  readonly ticks: readonly number[]
}

interface PlotWishes {
  readonly size: PlotSize
  /** How many places there are in the row. */
  readonly count: number
  /** Everything that must be in sight. */
  readonly values: readonly number[]
  /** The ends of the scale; nothing is drawn outside. */
  readonly min: number
  readonly max: number
  /** The distance between two lines of the axis. */
  readonly step: number
}

/** An axis from the line below the lowest value to the line above the highest, and places at equal distances. */
export function plotOf({ size, count, values, min, max, step }: PlotWishes): Plot {
  const low = Math.max(min, Math.floor(Math.min(...values, max) / step) * step - step)
  // Room above the highest value for its number.
  const high = Math.min(max, Math.ceil((Math.max(...values, min) + step / 4) / step) * step)
  const [from, to] = low < high ? [low, high] : [min, max]
  const span = size.width - size.start - size.end
  const column = span / Math.max(1, count)
  const rise = size.height - size.top - size.bottom
  const lines = Math.round((to - from) / step)
  return {
    ...size,
    column,
    x: (index) => size.start + column * (index + 0.5),
    y: (value) => size.height - size.bottom - ((value - from) / (to - from)) * rise,
    ticks: Array.from({ length: lines + 1 }, (_, at) => from + at * step),
  }
}

/** One unbroken line from each value to the next one there is: a place without a value is skipped, never filled in. */
export function linePath(plot: Plot, values: readonly (number | null)[]): string {
  const points = values.flatMap((value, index) =>
    value === null ? [] : [`${round(plot.x(index))} ${round(plot.y(value))}`],
  )
  return points.length === 0 ? '' : `M${points.join('L')}`
}

export function round(value: number): number {
  return Math.round(value * 10) / 10
}
