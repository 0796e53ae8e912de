import { readdirSync } from 'node:fs'
import { printFigures } from './figures.mjs'

/**
 * @typedef {object} Options
 * @property {boolean} quick less of everything; where nothing is named, the live plan alone in about two minutes
 * @property {(line: string) => void} say tells whoever waits what is being done
 *
 * @typedef {object} Measure
 * @property {string} name
 * @property {boolean} [onlyWhenNamed]
 * @property {(options: Options) => Promise<any>} measure
 * @property {(measured: any, say: (line: string) => void) => void} [print] for what is more than a list of figures
 */

const words = process.argv.slice(2)
const flags = new Set(words.filter((word) => word.startsWith('--')))
const named = [
  ...words.filter((word) => !word.startsWith('--')),
  ...(flags.has('--scale') ? ['scale'] : []),
  ...(flags.has('--quick') && words.every((word) => word.startsWith('--')) ? ['live'] : []),
]
const isJson = flags.has('--json')
const options = {
  quick: flags.has('--quick'),
  say: (/** @type {string} */ line) => console.error(`… ${line}`),
}

/** @type {Record<string, unknown>} */
const results = {}
for (const file of readdirSync(new URL('./measures/', import.meta.url)).sort()) {
  /** @type {{ default: Measure }} */
  const { default: measure } = await import(new URL(`./measures/${file}`, import.meta.url).href)
  const isWanted = named.length > 0 ? named.includes(measure.name) : !measure.onlyWhenNamed
  if (!isWanted) continue
  const measured = await measure.measure(options)
  results[measure.name] = measured
  if (isJson) continue
  console.log(measure.name)
  if (measure.print) measure.print(measured, (line) => console.log(`  ${line}`))
  else printFigures(measured)
}
if (isJson) {
  const { live } = /** @type {{ live?: { ratio: object } }} */ (results)
  console.log(JSON.stringify({ ...results, ...(live ? { ratio: live.ratio } : {}) }))
}
