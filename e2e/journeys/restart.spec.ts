import { expect, test } from '@playwright/test'
import { startHouse } from '../src/house.js'
import { onThePhone, openGoal } from '../src/people.js'
import { phoneEditor } from '../src/goals.js'

test('[LP1, LP3] the server is started anew while somebody types: nothing is lost, nothing doubled', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const house = await startHouse()
  try {
    const jonah = await onThePhone(browser, house, 'Jonah')
    await openGoal(jonah.page, 'Dad')
    const before = await phoneEditor(jonah.page).innerText()
    await phoneEditor(jonah.page).click()
    await jonah.page.keyboard.press('Control+End')
    await jonah.page.keyboard.type(' One')
    const restarted = house.restart()
    await jonah.page.keyboard.type(' two three four', { delay: 60 })
    await restarted
    await jonah.page.keyboard.type(' five')
    await expect(jonah.page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 60_000 })
    await expect(phoneEditor(jonah.page)).toHaveText(`${before} One two three four five`)
    await jonah.page.reload()
    await expect(phoneEditor(jonah.page)).toHaveText(`${before} One two three four five`)
    await jonah.context.close()
  } finally {
    await house.stop()
  }
})
