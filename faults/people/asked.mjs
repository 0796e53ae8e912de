/** @import { OutgoingMessage } from '@accord/domain/sync/client-state' */

/**
 * The words that an operation puts in, in their order; null for a command. Whatever the server maps a change over,
 * these it must keep to the letter.
 *
 * @param {OutgoingMessage['message']} message
 * @returns {readonly string[] | null}
 */
export function insertedBy(message) {
  return 'changes' in message ? wordsOf(message.changes) : null
}

/**
 * @param {readonly unknown[]} changes sections as they go over the wire
 * @returns {readonly string[]}
 */
export function wordsOf(changes) {
  return changes.flatMap((section) => {
    if (!Array.isArray(section) || section.length < 2) return []
    return [section.slice(1).join('\n')]
  })
}
