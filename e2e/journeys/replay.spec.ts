import { expect, type Page } from '@playwright/test'
import { alterEntry } from '../src/database.js'
import { atTheDesk } from '../src/people.js'
import { test } from '../src/test.js'

/** Ruth, from Reviews, opens how Jonah's goals came to be. */
async function openReplay(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Reviews' }).click()
  // The list of clients, which names him too, stays until the queue is there.
  await expect(page.getByRole('heading', { level: 1, name: /today$/ })).toBeVisible()
  await page.getByRole('link', { name: 'Jonah Okafor' }).click()
  const slider = page.getByRole('slider', { name: 'Replay position' })
  await expect(slider).toBeVisible()
  // The queue opens it where she left off; these journeys begin at its end.
  await page.goto(page.url().replace(/\?.*/u, ''))
  await expect(slider).toBeVisible()
}

const shownWords = (page: Page) => page.getByRole('group', { name: 'The words at this moment' })

test.describe('the replay of a history', () => {
  test('[RP4] [RP5] [RP9] [RP12] [RP14] Ruth sees how "Sleep" became Jonah’s own words, and that nothing was altered', async ({
    browser,
    house,
  }) => {
    const { page, context, complaints } = await atTheDesk(browser, house, 'Ruth')
    await openReplay(page)
    await expect(page.getByText('Jonah can see that you opened this')).toBeVisible()
    await expect(page.getByText('History verified')).toBeVisible()
    await expect(page.getByText(/^All \d+ changes are intact and in order\. Checked today/)).toBeVisible()

    await page.getByLabel('Goal', { exact: true }).selectOption({ label: 'Sleep' })
    await expect(page.getByRole('heading', { name: 'How this goal came to be' })).toBeVisible()
    const slider = page.getByRole('slider', { name: 'Replay position' })
    await expect(slider).toHaveAttribute('aria-valuetext', /^Change (\d+) of \1\. /)
    const proposed = page.getByRole('button', { name: /Mara proposed/ })
    await expect(proposed).toHaveCount(1)
    await proposed.click()
    await expect(shownWords(page)).toContainText('Improve sleep hygiene')
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    await expect(slider).toHaveAttribute('aria-valuetext', /Jonah replaced it in their own words$/)
    await expect(shownWords(page).locator('del').first()).toContainText('Improve')
    await page.getByRole('button', { name: 'Show removed' }).click()
    await expect(shownWords(page).locator('del')).toHaveCount(0)
    await expect(shownWords(page)).toContainText('Sleep through the night and stop going over things.')

    await page.getByRole('button', { name: 'One change back' }).click()
    await expect(shownWords(page)).not.toContainText('going over things.')
    await page.getByLabel('Speed').selectOption({ label: '20×' })
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await expect(slider).toHaveAttribute('aria-valuetext', /^Change (\d+) of \1\. /, { timeout: 30_000 })
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
    await expect(shownWords(page)).toContainText('a job I don’t have any more')

    const sentences = page.locator('.ac-moment-sentence')
    await expect(sentences.first()).toBeVisible()
    const told = await sentences.allTextContents()
    await page.getByRole('button', { name: 'As text' }).click()
    const text = page.getByRole('region', { name: 'Everything that happened, as text' })
    for (const sentence of told) await expect(text.getByText(sentence, { exact: true }).first()).toBeVisible()
    expect(complaints).toEqual([])
    await context.close()
  })

  test('[RP14] an entry that is altered in the database is named, and what still stands is replayed', async ({
    browser,
    house,
  }) => {
    const { page, context } = await atTheDesk(browser, house, 'Ruth')
    await openReplay(page)
    await expect(page.getByText('History verified')).toBeVisible()
    const putBack = await alterEntry(house, page.url(), 40)
    await page.reload()
    await expect(page.getByText('This history doesn’t hold')).toBeVisible()
    await expect(page.getByText('Change 40 was altered after it was stored.')).toBeVisible()
    await expect(page.getByText(/The 39 changes before it are intact and in order/)).toBeVisible()
    const slider = page.getByRole('slider', { name: 'Replay position' })
    await expect(slider).toHaveAttribute('aria-valuemax', '39')
    await putBack()
    await page.reload()
    await expect(page.getByText('History verified')).toBeVisible()
    await context.close()
  })
})
