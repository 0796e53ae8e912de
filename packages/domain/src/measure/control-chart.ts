/** Limits of an individuals chart: ± 2.66 mean moving ranges. Source: Shewhart; E2 for two values (2.660). */
const TO_LIMIT = 2.66
/** The limit of the moving range itself: D4 for two values. */
const TO_RANGE_LIMIT = 3.267
/** Mean moving range to standard deviation: d2 for two values. */
const TO_SIGMA = 1.128

/** Below this many values there are no limits, only a trend. A policy of ours, not a published rule. (AL2) */
const FEWEST = 5
/** From this many values on the limits are no longer provisional. Likewise. */
const ENOUGH = 8

export interface ChartOptions {
  /** How many recorded values, from the first on, the mean and the limits are learned from; all unless it is said. */
  readonly baseline?: number
  /** The ends of the scale; limits never lie outside. */
  readonly min?: number
  readonly max?: number
  /** Where the values never moved, a difference from the mean says something from this size on; 1 unless it is said. */
  readonly smallestChange?: number
}

/**
 * What one value says: nothing, out of the limits, or between the lower limit and two standard deviations below the
 * mean, which is worth watching.
 */
export type ChartSignal = 'below' | 'above' | 'warning' | null

export interface ChartPoint {
  /** Null where there was no rating. */
  readonly value: number | null
  /** Distance from the rating before; null for the first one, and where there is none. */
  readonly movingRange: number | null
  readonly signal: ChartSignal
  /** The step from the rating before is larger than the range limit. */
  readonly isRangeSignal: boolean
  /** Back at the mean or above, for the first time after a value below the limits. */
  readonly isRepair: boolean
}

/** An individuals chart (XmR) of one person's ratings by one rater with one instrument. */
export interface ControlChart {
  /** Too few values for limits, limits that are provisional, or limits that stand. (AL2) */
  readonly standing: 'trend-only' | 'provisional' | 'full'
  /** Null without any value. */
  readonly mean: number | null
  /** The mean moving range; null with fewer than two values. */
  readonly movingRange: number | null
  /** Null while there are too few values. */
  readonly limits: { readonly lower: number; readonly upper: number } | null
  readonly rangeLimit: number | null
  readonly sigma: number | null
  readonly points: readonly ChartPoint[]
}

/**
 * One person's ratings against their own range: mean ± 2.66 mean moving ranges, learned from the baseline and frozen
 * there, so that a drop does not widen the limits that it is measured by. Missing ratings are skipped, never filled in.
 * A signal is a change worth talking about, never a diagnosis. (AL1)
 *
 * Source: Wheeler's XmR chart (E2 = 2.660, D4 = 3.267, d2 = 1.128).
 * Throws a RangeError on a value that is no finite number or outside the scale, and on a baseline below 1.
 */
export function controlChart(values: readonly (number | null)[], options: ChartOptions = {}): ControlChart {
  const { baseline = Infinity, min = -Infinity, max = Infinity, smallestChange = 1 } = options
  if (!(baseline >= 1)) throw new RangeError('a baseline has at least one value')
  const recorded = values.filter((value): value is number => value !== null)
  if (recorded.some((value) => !(Number.isFinite(value) && value >= min && value <= max))) {
    throw new RangeError('a value lies outside its scale')
  }
  const learned = recorded.slice(0, baseline)
  const mean = meanOf(learned)
  const movingRange = meanOf(rangesOf(learned))
  const standing = learned.length < FEWEST ? 'trend-only' : learned.length < ENOUGH ? 'provisional' : 'full'
  if (standing === 'trend-only' || mean === null || movingRange === null) {
    const points = pointsOf(values, () => ({ signal: null, isRangeSignal: false, isAtMean: false }))
    return { standing, mean, movingRange, limits: null, rangeLimit: null, sigma: null, points }
  }
  const [limits, rangeLimit] = [limitsOf(mean, movingRange, { min, max }), TO_RANGE_LIMIT * movingRange]
  const sigma = movingRange / TO_SIGMA
  const points = pointsOf(values, (value, step) => ({
    signal:
      movingRange === 0 ? offTheLine(value, mean, smallestChange) : signalOf(value, mean, limits, sigma),
    isRangeSignal: step !== null && step > rangeLimit && step >= (movingRange === 0 ? smallestChange : 0),
    isAtMean: value >= mean,
  }))
  return { standing, mean, movingRange, limits, rangeLimit, sigma, points }
}

interface Reading {
  readonly signal: ChartSignal
  readonly isRangeSignal: boolean
  readonly isAtMean: boolean
}

type Limits = NonNullable<ControlChart['limits']>

function pointsOf(
  values: readonly (number | null)[],
  read: (value: number, step: number | null) => Reading,
): readonly ChartPoint[] {
  let before: number | null = null
  let isBelow = false
  return values.map((value) => {
    if (value === null)
      return { value, movingRange: null, signal: null, isRangeSignal: false, isRepair: false }
    const movingRange = before === null ? null : Math.abs(value - before)
    const { signal, isRangeSignal, isAtMean } = read(value, movingRange)
    const isRepair = isBelow && isAtMean
    isBelow = signal === 'below' || (isBelow && !isRepair)
    before = value
    return { value, movingRange, signal, isRangeSignal, isRepair }
  })
}

function signalOf(value: number, mean: number, { lower, upper }: Limits, sigma: number): ChartSignal {
  if (value < lower) return 'below'
  if (value > upper) return 'above'
  return value < mean - 2 * sigma ? 'warning' : null
}

/** Values that never moved have limits without any width: then a small difference says nothing yet. */
function offTheLine(value: number, mean: number, smallestChange: number): ChartSignal {
  if (Math.abs(value - mean) < smallestChange) return null
  return value < mean ? 'below' : 'above'
}

function limitsOf(mean: number, movingRange: number, scale: { min: number; max: number }): Limits {
  const width = TO_LIMIT * movingRange
  return { lower: Math.max(scale.min, mean - width), upper: Math.min(scale.max, mean + width) }
}

function rangesOf(values: readonly number[]): readonly number[] {
  return values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value)))
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}
