import { expect, test } from '../src/test.js'
import { goalCard } from '../src/goals.js'
import { atTheDesk } from '../src/people.js'

test('[FI3, FI6] a goal is found by Ctrl K, and the caseload’s filters outlive a reload and the way back', async ({
  browser,
  house,
}) => {
  const { page, context, complaints } = await atTheDesk(browser, house, 'Mara')
  await expect(page.getByRole('table')).toBeVisible()
  await page.keyboard.press('Control+k')
  const finder = page.getByRole('dialog', { name: 'Find a client or goal' })
  await finder.getByRole('searchbox').fill('jonah slee')
  await expect(finder.getByRole('option', { name: /Sleep/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /Jonah/ })).toBeVisible()
  await expect(goalCard(page, 'Sleep')).toBeVisible()
  await expect(page.locator('[data-goal]:focus').getByRole('article', { name: /Sleep/ })).toBeVisible()

  await page.keyboard.press('g')
  await page.keyboard.press('c')
  const empty = page.getByRole('link', { name: /No goals yet/ })
  const rows = page.getByRole('table').getByRole('rowheader')
  await expect(page.getByRole('link', { name: /^All/ })).toHaveAttribute('aria-current', 'true')
  await expect(rows).not.toHaveCount(0)
  const everybody = await rows.count()
  await empty.click()
  await expect(page).toHaveURL(/show=empty/)
  await expect(rows).not.toHaveCount(everybody)
  const count = await rows.count()
  await page.reload()
  await expect(empty).toHaveAttribute('aria-current', 'true')
  await expect(rows).toHaveCount(count)
  await page.goBack()
  await expect(page.getByRole('link', { name: /^All/ })).toHaveAttribute('aria-current', 'true')
  await expect(rows).toHaveCount(everybody)
  expect(complaints).toEqual([])
  await context.close()
})
