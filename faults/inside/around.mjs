/**
 * Puts something around a method of the running API, for this process alone. The shipped program holds no switch, no
 * hook and no name of a fault: what is not loaded beside it cannot be turned on in it. (NF5)
 *
 * @param {{ readonly prototype: object, readonly name: string }} owner
 * @param {string} method
 * @param {(this: any, proceed: () => any, args: any[]) => any} instead
 */
export function around(owner, method, instead) {
  /** @type {Record<string, unknown>} */
  const prototype = /** @type {any} */ (owner.prototype)
  const original = prototype[method]
  // Whoever renames a method of the accept path hears it here, and not by a point that is never reached.
  if (typeof original !== 'function') throw new Error(`the API has no ${owner.name}.${method} any more`)
  prototype[method] = function (/** @type {any[]} */ ...args) {
    return instead.call(this, () => original.apply(this, args), args)
  }
}

/**
 * A part of the built API, the very module that it runs with.
 *
 * @param {string} part such as `live-plan/plan-room`
 * @returns {Promise<any>}
 */
export function partOfApi(part) {
  return import(new URL(`../../apps/api/dist/${part}.js`, import.meta.url).href)
}

/** An event's name stands within so many bytes, whatever its length is written in. */
const NAMED_WITHIN = 40

/**
 * Whether a frame of the WebSocket tells this event.
 *
 * @param {string} event
 * @param {Buffer} frame
 */
export function isFrameOf(event, frame) {
  return frame.subarray(0, NAMED_WITHIN).includes(`42["${event}",`)
}
