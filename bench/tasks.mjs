/**
 * @typedef {object} TraceEvent
 * @property {string} name
 * @property {string} ph
 * @property {number} pid
 * @property {number} tid
 * @property {number} [dur] in µs, on the clock
 * @property {number} [tdur] in µs, on the processor
 * @property {{ name?: string }} [args]
 */

/**
 * The longest task of the page's own thread while something was done.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {import('@playwright/test').Page} page
 * @param {() => Promise<unknown>} act
 * @returns {Promise<{ wall: number, processor: number, workers: number }>} in ms; other programs lengthen the first,
 *   not the second; `workers` is what workers took of a processor in all
 */
export async function longestTask(browser, page, act) {
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] })
  await act()
  const trace = await browser.stopTracing()
  /** @type {readonly TraceEvent[]} */
  const events = JSON.parse(trace.toString()).traceEvents
  const tasks = tasksOf(events, 'CrRendererMain')
  if (tasks.length === 0) throw new Error('the trace holds no task of the page')
  const longest = (/** @type {'dur' | 'tdur'} */ clock) =>
    tasks.reduce((most, task) => Math.max(most, task[clock] ?? 0), 0) / 1_000
  const workers = tasksOf(events, 'DedicatedWorker').reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1_000
  return { wall: longest('dur'), processor: longest('tdur'), workers }
}

/**
 * @param {readonly TraceEvent[]} events
 * @param {string} thread how the threads' name begins
 */
function tasksOf(events, thread) {
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name?.startsWith(thread))
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  return events.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && threads.has(`${pid} ${tid}`),
  )
}
