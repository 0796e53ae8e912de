import { startBrowser } from '../browser.mjs'
import { startHouse } from '../house.mjs'
import { longestTask } from '../tasks.mjs'

const ENTRIES = 100_000
/** Nothing here should take as long as this, in ms. */
const PATIENCE = 300_000

/** A plan of 100,000 entries: its last moment, its check, and scrubbing through it. (RP1, RP13) */
export default { name: 'replay', measure }

async function measure() {
  const house = await startHouse()
  const browser = await startBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    page.setDefaultTimeout(PATIENCE)
    const caseId = await caseOfJonah(page, house.console)
    await house.run('apps/api/dist/replay/long-record.cli.js', caseId, String(ENTRIES))
    return await figuresOf(browser, page, `${house.console}/reviews/${caseId}`)
  } finally {
    await browser.close()
    await house.stop()
  }
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} address
 */
async function caseOfJonah(page, address) {
  await page.goto(address)
  await page.getByRole('button', { name: /Ruth/ }).click()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Reviews' }).click()
  const link = page.getByRole('link', { name: /Jonah Okafor/ }).first()
  await link.waitFor()
  const { pathname } = new URL((await link.getAttribute('href')) ?? '', address)
  return String(pathname.split('/').at(-1))
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {import('@playwright/test').Page} page
 * @param {string} address
 */
async function figuresOf(browser, page, address) {
  const loading = await longestTask(browser, page, async () => {
    await page.goto(address)
    await page.getByRole('group', { name: 'The words at this moment' }).waitFor()
    await page.evaluate(() => performance.mark('words'))
    await page.getByText('History verified').waitFor()
    await page.evaluate(() => performance.mark('checked'))
  })
  const times = await page.evaluate(() => {
    const at = (/** @type {string} */ name) => performance.getEntriesByName(name)[0]?.startTime ?? 0
    const request = (/** @type {string} */ part) =>
      performance.getEntriesByType('resource').find(({ name }) => name.includes(part))
    return {
      words: at('words') - (request('/replays')?.startTime ?? 0),
      server: request('/record/at')?.duration ?? 0,
      checked: at('checked') - at('words'),
    }
  })
  const scrubbing = await longestTask(browser, page, () => scrub(page))
  const rate = Math.round(ENTRIES / (loading.workers / 1_000))
  return [
    figure('last moment shown, from asking for the replay', times.words, 'ms', '< 1000'),
    figure('  of which the server, from its checkpoint', times.server, 'ms', ''),
    figure('100,000 entries fetched, checked, ready to replay', times.checked, 'ms', ''),
    figure('  the worker’s own share of a processor', loading.workers, 'ms', ''),
    figure('  that is, on one core', rate, 'entries/s', ''),
    figure('longest task of the page while they came, on the clock', loading.wall, 'ms', ''),
    figure('  on the processor', loading.processor, 'ms', ''),
    figure('longest task of the page while scrubbing, on the clock', scrubbing.wall, 'ms', '< 50'),
    figure('  on the processor', scrubbing.processor, 'ms', '< 50'),
  ]
}

/**
 * Draws the playhead over the whole line and back, by mouse, in 240 steps.
 *
 * @param {import('@playwright/test').Page} page
 */
async function scrub(page) {
  const box = await page.getByRole('slider', { name: 'Replay position' }).boundingBox()
  if (!box) throw new Error('there is no line to scrub on')
  const y = box.y + 30
  await page.mouse.move(box.x + box.width - 2, y)
  await page.mouse.down()
  await page.mouse.move(box.x + 2, y, { steps: 120 })
  await page.mouse.move(box.x + box.width / 2, y, { steps: 120 })
  await page.mouse.up()
}

/**
 * @param {string} label
 * @param {number} value
 * @param {string} unit
 * @param {string} target
 */
function figure(label, value, unit, target) {
  return { label, value: Math.round(value * 10) / 10, unit, target }
}
