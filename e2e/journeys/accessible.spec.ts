import { expectNoViolations } from '../src/axe.js'
import { expect, test } from '../src/test.js'
import { atTheDesk, onThePhone, openClient, openGoal, visit } from '../src/people.js'
import { phoneEditor } from '../src/goals.js'

test('every page of the console is accessible, light and dark', async ({ browser, house }) => {
  test.setTimeout(180_000)
  const stranger = await visit(browser, house.console, { width: 1440, height: 900 })
  await expect(stranger.page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectNoViolations(stranger.page, 'sign-in')
  await stranger.context.close()
  const mara = await atTheDesk(browser, house, 'Mara')
  await expectNoViolations(mara.page, 'clients')
  await mara.page.getByRole('link', { name: /^Today/ }).click()
  await expect(mara.page.getByRole('heading', { name: 'Worth your attention' })).toBeVisible()
  await expectNoViolations(mara.page, 'today')
  await mara.page.setViewportSize({ width: 390, height: 844 })
  await expectNoViolations(mara.page, 'today at 390')
  await mara.page.setViewportSize({ width: 1440, height: 900 })
  await mara.page.getByRole('link', { name: /^Clients/ }).click()
  await openClient(mara.page, 'Jonah')
  await expect(mara.page.getByRole('article').first()).toBeVisible()
  await expectNoViolations(mara.page, 'goals')
  await mara.page.setViewportSize({ width: 768, height: 1024 })
  await expectNoViolations(mara.page, 'goals at 768')
  await mara.page.setViewportSize({ width: 390, height: 844 })
  await expectNoViolations(mara.page, 'goals at 390')
  await mara.page.setViewportSize({ width: 1440, height: 900 })
  await mara.page
    .getByRole('tab', { name: 'History' })
    .or(mara.page.getByRole('link', { name: 'History' }))
    .first()
    .click()
  await expect(mara.page).toHaveURL(/history/)
  await expect(mara.page.getByRole('list').first()).toBeVisible()
  await expectNoViolations(mara.page, 'history')
  await mara.page.getByRole('tab', { name: 'Profile' }).click()
  await expect(mara.page.getByRole('heading', { name: /in Jonah’s words/ })).toBeVisible()
  await expect(mara.page.getByText(/^Since .* named by/)).toBeVisible()
  await expectNoViolations(mara.page, 'profile')
  await mara.page.setViewportSize({ width: 390, height: 844 })
  await expectNoViolations(mara.page, 'profile at 390')
  expect(mara.complaints).toEqual([])
  await mara.context.close()
})

test('every page of the portal is accessible, light and dark, down to 320 px', async ({ browser, house }) => {
  test.setTimeout(120_000)
  const stranger = await visit(browser, house.portal, { width: 390, height: 844 })
  await expect(stranger.page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectNoViolations(stranger.page, 'sign-in')
  await stranger.context.close()
  const jonah = await onThePhone(browser, house, 'Jonah')
  await expectNoViolations(jonah.page, 'goals')
  await jonah.page.getByRole('link', { name: /^Home/ }).click()
  await expect(jonah.page.getByRole('heading', { name: 'Who looked at your record' })).toBeVisible()
  await expectNoViolations(jonah.page, 'home')
  await jonah.page.getByRole('link', { name: 'You', exact: true }).click()
  await jonah.page.getByRole('link', { name: /^How you like things/ }).click()
  await expect(jonah.page.getByRole('textbox', { name: 'Words to avoid' })).toBeVisible()
  await expectNoViolations(jonah.page, 'how you like things')
  await jonah.page.getByRole('link', { name: 'Back to you' }).click()
  await expect(jonah.page.getByRole('link', { name: /^How you like things/ })).toBeVisible()
  await expectNoViolations(jonah.page, 'you')
  await jonah.page.getByRole('link', { name: 'Goals', exact: true }).click()
  await openGoal(jonah.page, 'Sleep')
  await expect(phoneEditor(jonah.page)).toBeVisible()
  await expectNoViolations(jonah.page, 'a goal')
  await jonah.page.setViewportSize({ width: 320, height: 640 })
  await expectNoViolations(jonah.page, 'a goal at 320')
  expect(jonah.complaints).toEqual([])
  await jonah.context.close()
})

test('a draft in the portal is accessible, light and dark, down to 320 px', async ({ browser, house }) => {
  const wren = await onThePhone(browser, house, 'Wren')
  await wren.page.getByRole('button', { name: 'What would you like to be different?' }).click()
  await wren.page
    .getByRole('textbox', { name: 'What would you like to be different?' })
    .fill('Something that I keep to myself.')
  await expectNoViolations(wren.page, 'a new goal')
  await wren.page.getByRole('button', { name: 'Keep it to myself for now' }).click()
  await expect(wren.page.getByRole('textbox', { name: 'Your draft, which only you can see' })).toBeFocused()
  await expectNoViolations(wren.page, 'a draft')
  await wren.page.setViewportSize({ width: 320, height: 640 })
  await expectNoViolations(wren.page, 'a draft at 320')
  await wren.context.close()
})

test('every page of the front desk is accessible, light and dark', async ({ browser, house }) => {
  test.setTimeout(180_000)
  const { page, context, complaints } = await atTheDesk(browser, house, 'Beth')
  const at = async (width: number, where: string) => {
    await page.setViewportSize({ width, height: 900 })
    await expectNoViolations(page, `${where} at ${width}`)
  }
  await expect(page.getByRole('link', { name: 'Jonah Okafor' })).toBeVisible()
  for (const width of [1440, 768, 390]) await at(width, 'people')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('link', { name: 'Jonah Okafor' }).click()
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue('jonah@alderhouse.example')
  for (const width of [1440, 390]) await at(width, 'a client')
  const pages = [
    ['cases', page.getByRole('link', { name: 'Jonah Okafor' })],
    ['cases/new', page.locator('form').getByRole('button', { name: 'Open a case' })],
    ['import', page.getByRole('heading', { name: /CSV|import|file/i }).first()],
    ['staff/new', page.getByLabel('Work e-mail')],
    ['clients/new', page.getByLabel('E-mail', { exact: true })],
  ] as const
  for (const [address, sign] of pages) {
    await page.goto(`${house.console}/administration/${address}`)
    await expect(sign).toBeVisible()
    for (const width of [1440, 390]) await at(width, address)
  }
  await page.goto(`${house.console}/administration/cases`)
  await page.getByRole('link', { name: 'Jonah Okafor' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Jonah Okafor' })).toBeVisible()
  for (const width of [1440, 390]) await at(width, 'a case')
  expect(complaints).toEqual([])
  await context.close()
})
