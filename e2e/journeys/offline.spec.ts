import { type Page } from '@playwright/test'
import { consoleEditor, editWords, goalCard, phoneEditor, startGoalAtDesk, unique } from '../src/goals.js'
import type { House } from '../src/house.js'
import { wire } from '../src/network.js'
import { atTheDesk, openClient, openGoal } from '../src/people.js'
import { aPhone, appIsKept, comeIn, endSignIn, planIsKept, type Phone } from '../src/phone.js'
import { expect, test } from '../src/test.js'

const HOUR = 60 * 60 * 1_000

async function toGoals(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Goals' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your goals' })).toBeVisible()
}

/** Jonah writes in a goal without a network until his phone goes off; an hour later his sign-in has ended. */
async function writesAndGoesOff(phone: Phone, house: House, goal: string, words: string): Promise<void> {
  const { page, context } = await phone.on()
  await page.goto(house.portal)
  await comeIn(page, 'Jonah')
  await toGoals(page)
  await page.reload()
  const line = await wire(page)
  await openGoal(page, goal)
  await phoneEditor(page).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await line.cut()
  await expect(page.getByText(/You’re offline/)).toBeVisible()
  await page.keyboard.type(words)
  await expect(page.getByText(/1 edit is waiting/)).toBeVisible()
  // A letter is sealed and written down just after it was typed: an app killed within that moment loses it.
  await page.waitForTimeout(1_000)
  await endSignIn(house, context)
  await context.close()
}

/** Switches the phone on again an hour later. */
async function switchedOn(phone: Phone, house: House): Promise<Page> {
  const { page } = await phone.on()
  await page.clock.setSystemTime(Date.now() + HOUR)
  await page.goto(house.portal)
  return page
}

test('[OF4, OF10] words of an hour without a network outlive the phone’s restart and join once, for their writer alone', async ({
  browser,
  house,
}) => {
  test.setTimeout(120_000)
  const mara = await atTheDesk(browser, house, 'Mara')
  await openClient(mara.page, 'Jonah')
  const goal = await startGoalAtDesk(mara.page, unique('Ferry'))
  const phone = aPhone()
  const words = 'I wrote zanderwick on the ferry.'
  await writesAndGoesOff(phone, house, goal, words)
  expect(phone.filesWith('zanderwick')).toEqual([])

  const page = await switchedOn(phone, house)
  await comeIn(page, 'Priya')
  await toGoals(page)
  await expect(page.getByRole('list').first()).toBeVisible()
  await expect(page.getByText('zanderwick')).toHaveCount(0)
  await expect(page.getByText(/couldn’t be saved|has joined/)).toHaveCount(0)
  await page.getByRole('button', { name: /^You, / }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible()
  await editWords(mara.page, goal)
  await expect(consoleEditor(mara.page, goal)).not.toHaveText(/zanderwick/)

  await comeIn(page, 'Jonah')
  await expect(page.getByText('What you wrote without a network has joined your goals.')).toBeVisible()
  await expect(consoleEditor(mara.page, goal)).toHaveText(words)
  await page.reload()
  await toGoals(page)
  await openGoal(page, goal)
  await expect(phoneEditor(page)).toHaveText(words)
  await expect(consoleEditor(mara.page, goal)).toHaveText(words)
  await phone.throwAway()
  await mara.context.close()
})

test('[OF11] words whose goal was set aside meanwhile are shown to their writer until they have them', async ({
  browser,
  house,
}) => {
  test.setTimeout(120_000)
  const mara = await atTheDesk(browser, house, 'Mara')
  await openClient(mara.page, 'Jonah')
  const goal = await startGoalAtDesk(mara.page, unique('Harbour'))
  const phone = aPhone()
  await writesAndGoesOff(phone, house, goal, 'Too late for this one.')
  await goalCard(mara.page, goal).getByRole('button', { name: /More/ }).first().click()
  await mara.page.getByRole('menuitem', { name: /Set aside/ }).click()
  const dialog = mara.page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('The ferry stopped')
  await dialog.getByRole('button', { name: 'Set it aside' }).click()
  await expect(dialog).toBeHidden()
  await expect(goalCard(mara.page, goal).getByRole('textbox')).toBeHidden()

  const page = await switchedOn(phone, house)
  await comeIn(page, 'Jonah')
  const box = page.getByRole('region', { name: 'These words couldn’t be saved' })
  await expect(box).toContainText('Too late for this one.')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await box.getByRole('button', { name: 'Copy the words' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Too late for this one.')
  await toGoals(page)
  await expect(box).toBeVisible()
  await box.getByRole('button', { name: 'I have them' }).click()
  await expect(box).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('list').first()).toBeVisible()
  await expect(box).toHaveCount(0)
  await phone.throwAway()
  await mara.context.close()
})

test('[OF5–OF9] goals kept by choice open without a network, to be read, and are gone with signing out', async ({
  house,
}) => {
  test.setTimeout(120_000)
  const phone = aPhone()
  const first = await phone.on()
  await first.page.goto(house.portal)
  await comeIn(first.page, 'Jonah')
  await toGoals(first.page)
  await appIsKept(first.page)

  // Not chosen: the app opens, and says in words why there is nothing in it.
  await first.context.setOffline(true)
  await first.page.reload()
  await expect(first.page.getByRole('heading', { name: 'You’re offline' })).toBeVisible()
  await first.context.setOffline(false)
  await first.page.getByRole('button', { name: 'Try again' }).click()
  await expect(first.page.getByRole('heading', { level: 1, name: 'Your goals' })).toBeVisible()

  await first.page.getByRole('button', { name: /^You, / }).click()
  await first.page.getByRole('radio', { name: 'Keep', exact: true }).click()
  await expect(first.page.getByText(/Whoever can unlock this phone could read them/)).toBeVisible()
  await first.page.getByRole('button', { name: 'Close' }).click()
  await openGoal(first.page, 'Dad')
  await expect(phoneEditor(first.page)).toBeVisible()
  await phoneEditor(first.page).click()
  await first.page.keyboard.press('Control+End')
  const address = first.page.url()
  await first.page.keyboard.type(' Quillmarrow.')
  const typed = Date.now()
  await expect(first.page.getByText('Saved', { exact: true })).toBeVisible()
  await planIsKept(first.page, typed)
  // The search itself is tried on words that anybody could read.
  await first.page.evaluate(() => localStorage.setItem('control', 'brackenshaw'))
  await first.context.close()
  expect(phone.filesWith('Quillmarrow')).toEqual([])
  expect(phone.filesWith('brackenshaw').length).toBeGreaterThan(0)

  const second = await phone.on()
  const { page } = second
  await second.context.setOffline(true)
  await page.goto(house.portal)
  await expect(page.getByRole('heading', { level: 1, name: 'Your goals' })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'You’re offline' })).toBeVisible()
  await expect(page.getByRole('button', { name: /What would you like to be different/ })).toHaveCount(0)
  await openGoal(page, 'Dad')
  expect(page.url()).toBe(address)
  await expect(page.getByText(/Quillmarrow/)).toBeVisible()
  await expect(page.getByText(/Agreeing and writing open when you’re back online/)).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /agree/i })).toHaveCount(0)
  await page.reload()
  await expect(page.getByText(/Quillmarrow/)).toBeVisible()

  // Closing the browser has ended the sign-in; once the server has said so, nothing opens here any more.
  await second.context.setOffline(false)
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText(/You were signed out\. What you wrote is kept/)).toBeVisible()
  await second.context.setOffline(true)
  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'You’re offline' })).toBeVisible()
  await second.context.setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await comeIn(page, 'Jonah')

  // The same person finds their choice as it was; a lost network turns the page into the copy and back.
  await expect(phoneEditor(page)).toBeVisible()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await planIsKept(page, 0)
  await second.context.setOffline(true)
  await page.reload()
  await expect(page.getByText(/Agreeing and writing open when you’re back online/)).toBeVisible()
  await second.context.setOffline(false)
  await expect(phoneEditor(page)).toBeVisible({ timeout: 20_000 })

  await page.getByRole('link', { name: 'Back to your goals' }).click()
  // The page of the copy gives way to the live one.
  await expect(page.getByRole('button', { name: /What would you like to be different/ })).toBeVisible()
  await page.getByRole('button', { name: /^You, / }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible()
  await second.context.setOffline(true)
  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'You’re offline' })).toBeVisible()
  await expect(page.getByText(/Quillmarrow/)).toHaveCount(0)
  await second.context.close()
  expect(phone.filesWith('Quillmarrow')).toEqual([])
  await phone.throwAway()
})
