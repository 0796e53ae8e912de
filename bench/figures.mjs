import { latencyOf } from './arithmetic.mjs'

/**
 * @typedef {object} Figure
 * @property {string} label
 * @property {number} value
 * @property {string} unit
 * @property {string} target what it should be, in words
 */

/** @param {readonly Figure[]} figures */
export function printFigures(figures) {
  for (const { label, value, unit, target } of figures) {
    console.log(`  ${label.padEnd(68)} ${String(value).padStart(9)} ${unit.padEnd(9)} ${target}`)
  }
}

/**
 * @param {string} label
 * @param {number} value
 * @param {string} unit
 * @param {string} [target]
 * @returns {Figure}
 */
export function figure(label, value, unit, target = '') {
  return { label, value: Math.round(value * 100) / 100, unit, target }
}

/**
 * The usual three of some latencies; the target is the 95th percentile's.
 *
 * @param {string} label
 * @param {readonly number[]} times in ms
 * @param {string} [target]
 */
export function latencyFigures(label, times, target = '') {
  const { p50, p95, p99 } = latencyOf(times)
  return [
    figure(`${label}: p50`, p50, 'ms'),
    figure(`${label}: p95`, p95, 'ms', target),
    figure(`${label}: p99`, p99, 'ms'),
  ]
}
