import { readdirSync } from 'node:fs'

/**
 * @typedef {object} Figure
 * @property {string} label
 * @property {number} value
 * @property {string} unit
 * @property {string} target what it should be, in words
 *
 * @typedef {object} Measure
 * @property {string} name
 * @property {() => Promise<readonly Figure[]>} measure
 */

const wanted = process.argv.slice(2)
const named = wanted.filter((word) => !word.startsWith('--'))
const isJson = wanted.includes('--json')

const files = readdirSync(new URL('./measures/', import.meta.url)).filter((file) => file.endsWith('.mjs'))
/** @type {Record<string, readonly Figure[]>} */
const results = {}
for (const file of files.sort()) {
  /** @type {{ default: Measure }} */
  const { default: measure } = await import(new URL(`./measures/${file}`, import.meta.url).href)
  if (named.length > 0 && !named.includes(measure.name)) continue
  const figures = await measure.measure()
  results[measure.name] = figures
  if (!isJson) print(measure.name, figures)
}
if (isJson) process.stdout.write(`${JSON.stringify(results)}\n`)

/**
 * @param {string} name
 * @param {readonly Figure[]} figures
 */
function print(name, figures) {
  process.stdout.write(`${name}\n`)
  for (const { label, value, unit, target } of figures) {
    process.stdout.write(`  ${label.padEnd(58)} ${String(value).padStart(9)} ${unit.padEnd(9)} ${target}\n`)
  }
}
