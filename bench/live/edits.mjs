/**
 * What one writer does to a text: each edit puts characters in, and takes some out where the text has become long,
 * so that a text stays a paragraph. The same seeds give every system the same work.
 *
 * @typedef {object} Edit
 * @property {number} at offset in the text as its writer sees it
 * @property {number} removed how many characters are taken out there
 * @property {string} inserted never empty
 */

/** A text that has grown to this many characters loses about as many as it gets. */
const LONG = 300
const LETTERS = 'abcdefghijklmnopqrstuvwxyz     '

/** @param {number} seed */
export function editsOf(seed) {
  const random = randomOf(seed)
  const below = (/** @type {number} */ bound) => Math.floor(random() * bound)
  /**
   * @param {number} length of the text
   * @returns {Edit}
   */
  return (length) => {
    let inserted = ''
    for (let left = 1 + below(3); left > 0; left--) inserted += LETTERS[below(LETTERS.length)]
    const at = below(length + 1)
    const removed = length > LONG ? Math.min(1 + below(3), length - at) : 0
    return { at, removed, inserted }
  }
}

/**
 * Numbers from 0 to 1 that a seed decides (mulberry32).
 *
 * @param {number} seed
 */
function randomOf(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
