import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { root } from '../settings.mjs'
import { countJest, countNode, countPlaywright } from './reports.mjs'

/** @import { Counts } from './reports.mjs' */
/** @import { Runner, Suite } from '../suites.mjs' */

/**
 * @typedef {object} Command
 * @property {string[]} args for node
 * @property {Record<string, string>} env
 */

const requireHere = createRequire(path.join(root, 'package.json'))
const requireFromE2e = createRequire(path.join(root, 'e2e', 'package.json'))
const reporter = path.join(root, 'scripts', 'testing', 'node-reporter.mjs')

/**
 * How each runner is called so that it writes its report for machines into a file.
 *
 * @type {Record<Runner, (report: string, files: string[]) => Command>}
 */
const COMMANDS = {
  jest: (report) => ({
    args: [binOf(requireHere, 'jest', 'bin/jest.js'), '--ci', '--json', `--outputFile=${report}`],
    env: { NODE_OPTIONS: '--experimental-vm-modules --no-warnings' },
  }),
  node: (report, files) => ({
    args: [
      '--test',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      `--test-reporter=${reporter}`,
      `--test-reporter-destination=${report}`,
      ...files,
    ],
    env: {},
  }),
  playwright: (report) => ({
    args: [binOf(requireFromE2e, '@playwright/test', 'cli.js'), 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  }),
}

/** @type {Record<Runner, (text: string) => Counts>} */
const COUNTS = { jest: countJest, node: countNode, playwright: countPlaywright }

/**
 * @param {Suite} suite
 * @param {string} report the file that it shall write
 * @returns {Command}
 */
export function commandFor({ runner, folder }, report) {
  return COMMANDS[runner](report, testFiles(path.join(root, folder)))
}

/**
 * @param {Runner} runner
 * @param {string} text
 */
export function countReport(runner, text) {
  return COUNTS[runner](text)
}

/**
 * The test files below a folder.
 *
 * @param {string} folder absolute
 * @param {string} [kinds] what stands before the last part of their names
 * @returns {string[]}
 */
export function testFiles(folder, kinds = 'test|spec') {
  const isTest = new RegExp(`\\.(${kinds})\\.(ts|tsx|mjs)$`, 'u')
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name)
    if (entry.isDirectory())
      return ['node_modules', 'dist'].includes(entry.name) ? [] : testFiles(place, kinds)
    return isTest.test(entry.name) ? [place] : []
  })
}

/**
 * @param {NodeJS.Require} from
 * @param {string} name
 * @param {string} file
 */
function binOf(from, name, file) {
  return path.join(path.dirname(from.resolve(`${name}/package.json`)), file)
}
