import { expect, test } from '../src/test.js'
import { atTheDesk, onThePhone, openClient, openGoal } from '../src/people.js'
import { consoleEditor, editWords, goalCard, phoneEditor, startGoalAtDesk, unique } from '../src/goals.js'

test('[LP1] a practitioner and a client write the same goal at once and see each other’s caret', async ({
  browser,
  house,
}) => {
  const mara = await atTheDesk(browser, house, 'Mara')
  await openClient(mara.page, 'Jonah')
  const name = await startGoalAtDesk(mara.page, unique('Garden'))
  const jonah = await onThePhone(browser, house, 'Jonah')
  await openGoal(jonah.page, name)

  await editWords(mara.page, name)
  await mara.page.keyboard.type('I dig the garden')
  await expect(phoneEditor(jonah.page)).toHaveText(/I dig the garden/)
  await phoneEditor(jonah.page).click()
  await jonah.page.keyboard.press('End')
  await Promise.all([
    jonah.page.keyboard.type(' on Sundays', { delay: 25 }),
    mara.page.keyboard.type(' slowly', { delay: 25 }),
  ])
  await expect(phoneEditor(jonah.page)).toHaveText(/Sundays/)
  await expect(phoneEditor(jonah.page)).toHaveText(/slowly/)
  const words = await phoneEditor(jonah.page).innerText()
  await expect(consoleEditor(mara.page, name)).toHaveText(words)
  await expect(mara.page.getByText('Jonah', { exact: true }).first()).toBeVisible()
  await expect(mara.page.getByText('Every keystroke saved')).toBeVisible()
  await expect(jonah.page.getByText('Saved', { exact: true })).toBeVisible()
  expect(mara.complaints).toEqual([])
  expect(jonah.complaints).toEqual([])
  await mara.context.close()
  await jonah.context.close()
})

test('[AG1, AG2] they agree, a word changes, the seal opens, and they agree again', async ({
  browser,
  house,
}) => {
  const mara = await atTheDesk(browser, house, 'Mara')
  await openClient(mara.page, 'Jonah')
  const name = await startGoalAtDesk(mara.page, unique('Walks'))
  const card = goalCard(mara.page, name)
  await editWords(mara.page, name)
  await mara.page.keyboard.type('I walk by the river')
  await mara.page.keyboard.press('Escape')
  const jonah = await onThePhone(browser, house, 'Jonah')
  await openGoal(jonah.page, name)

  await card.getByRole('button', { name: 'Agree to this wording' }).click()
  await expect(jonah.page.getByRole('heading', { name: 'Mara agrees to these words' })).toBeVisible()
  await jonah.page.getByRole('button', { name: 'I agree to these words' }).click()
  await expect(jonah.page.getByText('You both agree to these words')).toBeVisible()
  await expect(card.getByText('Agreed by you both')).toBeVisible()

  await editWords(mara.page, name)
  await mara.page.keyboard.press('End')
  await mara.page.keyboard.type(' daily')
  await mara.page.keyboard.press('Escape')
  await expect(jonah.page.getByText('The words changed, so the seal opened').first()).toBeVisible()
  await expect(card.getByText('Wording changed since you both agreed').first()).toBeVisible()
  await jonah.page.getByRole('button', { name: 'See what changed' }).click()
  await expect(jonah.page.getByRole('dialog')).toContainText('daily')
  await jonah.page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click()

  await jonah.page.getByRole('button', { name: 'I agree to these words' }).click()
  await card.getByRole('button', { name: 'Agree to this wording' }).click()
  await expect(jonah.page.getByText('You both agree to these words')).toBeVisible()
  await mara.context.close()
  await jonah.context.close()
})

test('[AG5] “I need more time” is an ordinary answer that the other sees', async ({ browser, house }) => {
  const mara = await atTheDesk(browser, house, 'Mara')
  await openClient(mara.page, 'Jonah')
  const name = await startGoalAtDesk(mara.page, unique('Piano'))
  await editWords(mara.page, name)
  await mara.page.keyboard.type('I play again')
  await mara.page.keyboard.press('Escape')
  const jonah = await onThePhone(browser, house, 'Jonah')
  await openGoal(jonah.page, name)
  await jonah.page.getByRole('button', { name: 'Not yet, keep talking' }).click()
  await jonah.page.getByText('I need more time').click()
  await jonah.page.getByRole('button', { name: 'Send this answer' }).click()
  await expect(goalCard(mara.page, name).getByText(/Jonah needs more time/)).toBeVisible()
  await mara.context.close()
  await jonah.context.close()
})
