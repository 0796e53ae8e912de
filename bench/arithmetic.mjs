/** The figures of a run, from what was measured. */

/**
 * The value that a share of all values does not exceed (nearest rank); NaN of none.
 *
 * @param {readonly number[]} values
 * @param {number} share from 0 to 1
 */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/**
 * The middle of some values, of an even number the mean of the two in the middle; NaN of none.
 *
 * @param {readonly number[]} values
 */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2
}

/**
 * How latencies are told: in ms, rounded to 10 µs.
 *
 * @param {readonly number[]} values
 * @returns {Latency}
 */
export function latencyOf(values) {
  return {
    p50: rounded(percentile(values, 0.5), 2),
    p95: rounded(percentile(values, 0.95), 2),
    p99: rounded(percentile(values, 0.99), 2),
  }
}

/** @typedef {{ p50: number, p95: number, p99: number }} Latency */

/**
 * @param {number} value
 * @param {number} digits
 */
export function rounded(value, digits) {
  return Number(value.toFixed(digits))
}

/**
 * The same figure of several runs as one; whatever is no number is taken from the first.
 *
 * @template Run
 * @param {readonly Run[]} runs all of one shape
 * @returns {Run}
 */
export function medians(runs) {
  const [first] = runs
  if (typeof first === 'number') return /** @type {Run} */ (median(/** @type {any} */ (runs)))
  if (typeof first !== 'object' || first === null) return /** @type {Run} */ (first)
  const keys = /** @type {(keyof Run)[]} */ (Object.keys(first))
  return /** @type {Run} */ (
    Object.fromEntries(keys.map((key) => [key, medians(runs.map((run) => run[key]))]))
  )
}

/**
 * One figure over the other, for comparing two systems in the same run.
 *
 * @param {number} ours
 * @param {number} theirs
 */
export function ratio(ours, theirs) {
  return rounded(ours / theirs, 2)
}
