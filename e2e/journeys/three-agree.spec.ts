import { expect, test } from '../src/test.js'
import { editWords, goalCard, startGoalAtDesk, unique } from '../src/goals.js'
import { atTheDesk, onThePhone, openClient, openGoal } from '../src/people.js'

test('[AG1, AG11] a couple and their practitioner agree in three browsers, and one goal is narrowed', async ({
  browser,
  house,
}) => {
  const mara = await atTheDesk(browser, house, 'Mara')
  await openClient(mara.page, 'Ana Ferreira')
  const name = await startGoalAtDesk(mara.page, unique('Sundays'))
  const card = goalCard(mara.page, name)
  await editWords(mara.page, name)
  await mara.page.keyboard.type('We walk together on Sundays')
  await mara.page.keyboard.press('Escape')
  const ana = await onThePhone(browser, house, 'Ana Ferreira')
  const luis = await onThePhone(browser, house, 'Luis Ferreira')
  await openGoal(ana.page, name)
  await openGoal(luis.page, name)

  await card.getByRole('button', { name: 'Agree to this wording' }).click()
  await ana.page.getByRole('button', { name: 'I agree to these words' }).click()
  await expect(card.getByText('You and Ana agree · waiting for Luis')).toBeVisible()
  await expect(luis.page.getByRole('heading', { name: 'Mara and Ana agree to these words' })).toBeVisible()
  await luis.page.getByRole('button', { name: 'I agree to these words' }).click()
  await expect(card.getByText('Agreed by all of you')).toBeVisible()
  await expect(ana.page.getByText('You all agree to these words')).toBeVisible()

  await card.getByRole('button', { name: /^More for the goal/u }).click()
  await mara.page.getByRole('menuitem', { name: 'Whose goal is this?' }).click()
  const dialog = mara.page.getByRole('dialog')
  await expect(dialog.getByText(/This hides nothing/u)).toBeVisible()
  await dialog.getByRole('checkbox', { name: 'Ana' }).click({ force: true })
  await dialog.getByRole('button', { name: 'Keep this choice' }).click()
  await expect(card.getByText(/A goal for you and Luis to agree/u)).toBeVisible()
  await expect(
    ana.page.getByText(/A goal for Mara and Luis to agree. The seal doesn’t wait for you/u),
  ).toBeVisible()

  for (const person of [mara, ana, luis]) {
    expect(person.complaints).toEqual([])
    await person.context.close()
  }
})
