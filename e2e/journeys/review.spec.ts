import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { atTheDesk, openClient } from '../src/people.js'
import { expect, test } from '../src/test.js'

const VERIFIER = fileURLToPath(new URL('../../verifier/verify-history.mjs', import.meta.url))
const COMMENT = 'Here it became his own. Don’t steer it back.'

test('[SQ1, RP4, RV3, RV5, HI18, AC10] Ruth sees where it turned, says so there, signs, and takes away what proves it', async ({
  browser,
  house,
}, info) => {
  const ruth = await atTheDesk(browser, house, 'Ruth')
  const { page } = ruth
  const rooms = page.getByRole('navigation', { name: 'Main' })
  await rooms.getByRole('link', { name: /Reviews/ }).click()
  // The list of clients, which names him too, stays until the queue is there.
  await expect(page.getByRole('heading', { level: 1, name: /today$/ })).toBeVisible()
  await page.getByRole('link', { name: 'Jonah Okafor' }).click()
  const slider = page.getByRole('slider', { name: 'Replay position' })
  await expect(slider).toBeVisible()
  await expect(page.getByText('History verified')).toBeVisible()
  await page.getByLabel('Goal', { exact: true }).selectOption({ label: 'Sleep' })
  await expect(page.getByRole('heading', { name: 'How this goal came to be' })).toBeVisible()
  await page.getByRole('button', { name: /Mara proposed/ }).click()
  await slider.focus()
  await page.keyboard.press('ArrowRight')
  await expect(slider).toHaveAttribute('aria-valuetext', /Jonah replaced it in their own words$/)

  const said = page.getByRole('complementary', { name: 'Supervision' })
  await said.getByRole('textbox', { name: /^Comment on change \d+/ }).fill(COMMENT)
  await said.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(said.getByText(COMMENT)).toBeVisible()
  await said.getByRole('button', { name: 'Co-sign as Ruth Adeyemi' }).click()
  await expect(said.getByText(/^The whole record is signed, up to change \d+/)).toBeVisible()

  await rooms.getByRole('link', { name: 'Clients' }).click()
  await openClient(page, 'Jonah')
  await page.getByRole('tab', { name: 'History' }).click()
  await page.getByRole('button', { name: 'Export the history' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click()
  const bundle = info.outputPath('history.zip')
  await (await download).saveAs(bundle)
  const { stdout } = await promisify(execFile)(process.execPath, [VERIFIER, bundle])
  expect(stdout).toContain('This history holds.')

  const mara = await atTheDesk(browser, house, 'Mara')
  await mara.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click()
  await expect(mara.page.getByText(`“${COMMENT}”`)).toBeVisible()
  await mara.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Clients' }).click()
  await openClient(mara.page, 'Jonah')
  await mara.page.getByRole('button', { name: 'Who has looked' }).click()
  const looks = mara.page.getByRole('dialog', { name: 'Who has looked at this record' })
  await expect(
    looks.getByRole('listitem').filter({ hasText: 'Ruth Adeyemi took a copy of the record' }),
  ).toHaveCount(1)
  for (const { complaints, context } of [ruth, mara]) {
    expect(complaints).toEqual([])
    await context.close()
  }
})
