import { canonicalJson } from '@accord/domain/history/content'

/** @import { OutgoingMessage } from '@accord/domain/sync/client-state' */

/**
 * What an operation asks for, as far as the server must keep it to the letter: the words that it puts in, whatever the
 * change was mapped over; a command's own fields.
 *
 * @typedef {{ words: string } | { command: string, fields: Record<string, unknown> }} Asked
 */

/**
 * @param {OutgoingMessage['message']} message
 * @returns {Asked}
 */
export function askedBy(message) {
  if ('changes' in message) return { words: wordsOf(message.changes) }
  const { name, ...fields } = message.command
  return { command: name, fields }
}

/**
 * Whether an entry holds what was asked for.
 *
 * @param {Asked} asked
 * @param {any} payload
 */
export function isHeldBy(asked, payload) {
  if ('words' in asked) return payload.kind === 'text' && wordsOf(payload.changes) === asked.words
  if (payload.kind !== asked.command) return false
  // What an entry calls otherwise, or fills in, is the server's.
  const own = Object.entries(asked.fields).filter(([name]) => name in payload && name !== 'kind')
  return own.every(([name, value]) => canonicalJson(value) === canonicalJson(payload[name]))
}

/** @param {readonly unknown[]} changes sections as they go over the wire */
function wordsOf(changes) {
  return changes.map((section) => (Array.isArray(section) ? section.slice(1).join('\n') : '')).join('')
}
