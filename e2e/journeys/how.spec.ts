import { expect, test } from '../src/test.js'
import { onThePhone, openGoal } from '../src/people.js'

test('[RP17, RP5, RP13] a client steps back to how a goal came to be, and sees that it holds', async ({
  browser,
  house,
}) => {
  const { page, context, complaints } = await onThePhone(browser, house, 'Tomasz')
  await openGoal(page, 'Lifting')
  await page.getByRole('link', { name: /How we got here/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^How we got to / })).toBeVisible()
  await expect(page.getByText('History verified')).toBeVisible()
  const slider = page.getByRole('slider', { name: 'Replay position' })
  const words = page.getByRole('group', { name: 'The words at this moment' })
  await expect(slider).toHaveAttribute('aria-valuetext', /^Change (\d+) of \1\. /)
  const latest = (await words.textContent()) ?? ''
  await slider.press('Home')
  await expect(slider).toHaveAttribute('aria-valuetext', /^Change 1 of /)
  await expect(words).not.toHaveText(latest)
  const spine = page.getByRole('region', { name: 'Everything that happened, in order' })
  await spine
    .getByRole('button', { name: /agreed/ })
    .last()
    .click()
  await expect(spine.locator('[aria-current=step]')).toContainText(/agreed/)
  await expect(words).not.toHaveText('No words yet')
  await slider.press('End')
  await expect(words).toHaveText(latest)
  await page.getByRole('link', { name: 'Who has looked' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your record' })).toBeVisible()
  await page.getByRole('link', { name: /How we got here/ }).click()
  await expect(page.getByText('History verified')).toBeVisible()
  expect(complaints).toEqual([])
  await context.close()
})
