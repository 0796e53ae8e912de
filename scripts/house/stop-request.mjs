/**
 * Whether somebody asked this process to stop. A terminal sends SIGINT, a service SIGTERM, a closing window SIGHUP;
 * they mean the same. [HO17]
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
  let heardAt = 0
  const heard = () => {
    // npm hands a signal on that the terminal has sent already: two within a moment are one.
    if (request.asked) return Date.now() - heardAt > 500 ? again() : undefined
    heardAt = Date.now()
    request.asked = true
    first()
    settle()
  }
  const orphaned = watchParent(() => !request.asked && heard())
  const request = {
    asked: false,
    once: /** @type {Promise<void>} */ (new Promise((resolve) => (settle = resolve))),
    onceMore: (/** @type {() => void} */ then) => void (again = then),
    forget: () => {
      clearInterval(orphaned)
      SIGNALS.forEach((signal) => process.off(signal, heard))
    },
  }
  for (const signal of SIGNALS) process.on(signal, heard)
  return request
}

/**
 * An npm that is killed can't hand anything on; nobody would be left to stop what it started.
 *
 * @param {() => void} gone
 */
function watchParent(gone) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== parent) gone()
  }, 500)
  return watch.unref()
}
