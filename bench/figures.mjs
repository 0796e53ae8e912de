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
