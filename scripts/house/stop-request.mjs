/**
 * Whether, and how often, somebody asked this process to stop. A terminal sends SIGINT, a service SIGTERM, a
 * closing window SIGHUP; they mean the same. [HO17]
 *
 * @typedef {object} StopRequest
 * @property {boolean} asked
 * @property {Promise<void>} once settles at the first request
 * @property {(again: () => void) => void} onceMore what to do when somebody loses patience
 * @property {() => void} forget takes the listeners away again
 */

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * @param {() => void} first called at the first request
 * @returns {StopRequest}
 */
export function listenForStop(first) {
  /** @type {() => void} */
  let settle = () => undefined
  /** @type {() => void} */
  let again = () => undefined
  const request = {
    asked: false,
    once: /** @type {Promise<void>} */ (new Promise((resolve) => (settle = resolve))),
    onceMore: (/** @type {() => void} */ then) => void (again = then),
    forget: () => SIGNALS.forEach((signal) => process.off(signal, heard)),
  }
  let heardAt = 0
  function heard() {
    // npm hands a signal on that the terminal has sent already: two within a moment are one.
    if (request.asked) return Date.now() - heardAt > 500 ? again() : undefined
    heardAt = Date.now()
    request.asked = true
    first()
    settle()
  }
  for (const signal of SIGNALS) process.on(signal, heard)
  return request
}
