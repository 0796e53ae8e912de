/**
 * @typedef {object} Random one stream of numbers; the same seed gives the same stream
 * @property {() => number} next from 0 to below 1
 * @property {(least: number, most: number) => number} between whole, both ends included
 * @property {(chance: number) => boolean} chance
 * @property {<T>(list: readonly T[]) => T} pick
 * @property {<T>(weighted: readonly (readonly [number, T])[]) => T} weighted
 * @property {(name: string) => Random} stream one of its own for whoever is called so: it does not depend on who asks first
 */

/**
 * @param {string} seed
 * @returns {Random}
 */
export function randomFrom(seed) {
  let state = hashOf(seed)
  const next = () => {
    // mulberry32: small, fast, and the same everywhere.
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (/** @type {number} */ least, /** @type {number} */ most) =>
    least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    chance: (chance) => next() < chance,
    pick: (list) => pickOf(list, next()),
    weighted: (weighted) => weightedOf(weighted, next()),
    stream: (name) => randomFrom(`${seed}/${name}`),
  }
}

/**
 * @template T
 * @param {readonly T[]} list
 * @param {number} at
 * @returns {T}
 */
function pickOf(list, at) {
  if (list.length === 0) throw new RangeError('there is nothing to pick from')
  return /** @type {T} */ (list[Math.floor(at * list.length)])
}

/**
 * @template T
 * @param {readonly (readonly [number, T])[]} weighted
 * @param {number} at
 * @returns {T}
 */
function weightedOf(weighted, at) {
  let left = at * weighted.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, value] of weighted) {
    left -= weight
    if (left < 0) return value
  }
  throw new RangeError('no weight is more than nothing')
}

/** @param {string} text */
function hashOf(text) {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return hash | 0
}
