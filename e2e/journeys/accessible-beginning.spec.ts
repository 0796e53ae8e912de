import { expectNoViolations } from '../src/axe.js'
import { giveAuthenticator, proveByCode, useThisDevice } from '../src/authenticator.js'
import { addClient, firstLink } from '../src/desk.js'
import { test } from '../src/empty-house.js'
import { visit } from '../src/people.js'
import { expect } from '../src/test.js'

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const PASSWORD = 'kettle harbour violet spoon'

test('[CL1, CL7] the set-up and the first sign-in are accessible at every step, light and dark', async ({
  browser,
  emptyHouse,
}) => {
  test.setTimeout(180_000)
  const { page, context, complaints } = await visit(browser, emptyHouse.setUpLink ?? '', DESK)
  const looked = async (where: string) => {
    await expectNoViolations(page, where)
    await page.setViewportSize({ width: 390, height: 844 })
    await expectNoViolations(page, `${where} at 390`)
    await page.setViewportSize(DESK)
  }
  const next = () =>
    page
      .locator('form')
      .getByRole('button', { name: /^Next|^Make this clinic/ })
      .click()
  await expect(page.getByLabel('Your name')).toBeVisible()
  await next()
  await expect(page.locator('[data-invalid]').first()).toBeVisible()
  await looked('who you are, with troubles')
  await page.getByLabel('Your name').fill('Beth Calloway')
  await page.getByLabel('Your work e-mail').fill('beth@alder.example')
  await page.getByLabel('Choose a password').fill(PASSWORD)
  await next()
  await page.getByLabel('Name of the practice').fill('Alder House Practice')
  await looked('the practice')
  await next()
  await expect(page.getByRole('radiogroup', { name: 'The person who comes to you' })).toBeVisible()
  await looked('the word for client')
  await next()
  await page.getByText('Counselling', { exact: true }).click()
  await looked('kinds of work')
  for (const where of ['opening hours', 'language', 'all of it once more']) {
    await next()
    await expect(page.getByRole('heading', { level: 2 }).or(page.getByRole('group')).first()).toBeVisible()
    await looked(where)
  }
  await giveAuthenticator(page)
  await next()
  await expect(page.getByRole('heading', { name: 'One more key' })).toBeVisible()
  await looked('a second key')
  await useThisDevice(page)
  await expect(page.getByRole('heading', { name: 'People here' })).toBeVisible()
  await looked('an empty clinic')
  await page.goto(`${emptyHouse.console}/account`)
  await expect(page.getByRole('heading', { name: 'My devices' })).toBeVisible()
  await looked('sign-in and devices')
  await page.goto(`${emptyHouse.console}/administration/outbox`)
  await expect(page.getByRole('heading', { level: 1, name: 'Outbox' })).toBeVisible()
  await looked('the outbox')
  await page.goto(`${emptyHouse.console}/administration/people`)
  await page.getByRole('link', { name: 'Add a client' }).first().click()
  await addClient(page, 'Jonah Okafor', 'jonah@alder.example')
  const { link, code } = await firstLink(page)
  expect(complaints).toEqual([])
  await context.close()

  const jonah = await visit(browser, link, PHONE)
  await expect(jonah.page.getByRole('heading', { name: 'Welcome, Jonah' })).toBeVisible()
  await expectNoViolations(jonah.page, 'welcome')
  await proveByCode(jonah.page, code)
  await expect(jonah.page.getByLabel('Choose a password')).toBeVisible()
  await expectNoViolations(jonah.page, 'choosing how to sign in')
  await jonah.page.getByLabel('Choose a password').fill(PASSWORD)
  await jonah.page.getByRole('button', { name: 'Set a password and come in' }).click()
  await expect(jonah.page.getByRole('heading', { level: 1 })).toHaveText(/hello|goals/i)
  await expectNoViolations(jonah.page, 'the first page of somebody without a case')
  await jonah.page.goto(link)
  await expect(jonah.page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expectNoViolations(jonah.page, 'a used link')
  await jonah.context.close()
})
