import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { latencyOf, median, medians, percentile, ratio } from '../bench/arithmetic.mjs'

describe('the figures of a measurement', () => {
  it('a percentile is the value that this share does not exceed', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index)
    assert.deepEqual(
      [0.5, 0.95, 0.99, 1].map((share) => percentile(values, share)),
      [50, 95, 99, 100],
    )
    assert.equal(percentile([7], 0.99), 7)
    assert.ok(Number.isNaN(percentile([], 0.5)))
  })

  it('a median is the middle, and between the two in the middle', () => {
    assert.equal(median([9, 1, 5]), 5)
    assert.equal(median([4, 1, 3, 2]), 2.5)
    assert.ok(Number.isNaN(median([])))
  })

  it('runs become one run, figure by figure', () => {
    const run = (/** @type {number} */ p50) => ({ label: 'same', peer: { p50, p99: p50 * 2 } })
    assert.deepEqual(medians([run(3), run(1), run(2)]), { label: 'same', peer: { p50: 2, p99: 4 } })
  })

  it('a ratio says how many times theirs is ours', () => {
    assert.equal(ratio(3, 4), 0.75)
  })

  it('latencies are told to 10 µs', () => {
    assert.deepEqual(latencyOf([1.23456, 2, 3]), { p50: 2, p95: 3, p99: 3 })
  })
})
