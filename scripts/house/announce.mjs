import { messages } from '../messages.mjs'

/** @import { Ready } from './api-process.mjs' */

/**
 * What a person needs when everything stands: where, and as whom. [HO16]
 *
 * @param {Ready} ready
 * @param {number} seconds
 * @returns {string}
 */
export function announcement({ console: consoleAddress, portal, demo, setup }, seconds) {
  const addresses = columns([
    [messages.consoleAddress(), consoleAddress],
    [messages.portalAddress(), portal],
  ])
  const people = demo ? [messages.demoHeading(demo.password), ...columns(demo.people.map(personRow))] : []
  const begins = setup ? [messages.setUpHeading(), `  ${setup.link}`] : []
  const blocks = [[messages.ready(seconds)], addresses, people, begins, [messages.howToStop()]]
  return `\n${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`
}

/**
 * @param {{ name: string, email: string, role: string, app: 'console' | 'portal' }} person
 */
function personRow({ name, email, role, app }) {
  return [name, email, role, app === 'console' ? messages.consoleAddress() : messages.portalAddress()]
}

/**
 * @param {string[][]} rows
 * @returns {string[]}
 */
function columns(rows) {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  )
}
