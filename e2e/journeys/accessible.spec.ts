import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../src/test.js'
import { atTheDesk, onThePhone, openClient, openGoal, visit } from '../src/people.js'
import { phoneEditor } from '../src/goals.js'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function expectNoViolations(page: Page, where: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    )
    expect(found, `${where}, ${theme}`).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${where}, ${theme}, sideways scroll`).toBeLessThanOrEqual(0)
  }
}

test('every page of the console is accessible, light and dark', async ({ browser, house }) => {
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
  await mara.page.getByRole('link', { name: 'Replay' }).click()
  await expect(mara.page.getByRole('slider', { name: 'Replay position' })).toBeVisible()
  await expectNoViolations(mara.page, 'replay')
  await mara.page.setViewportSize({ width: 768, height: 1024 })
  await expectNoViolations(mara.page, 'replay at 768')
  await mara.page.setViewportSize({ width: 390, height: 844 })
  await expectNoViolations(mara.page, 'replay at 390')
  expect(mara.complaints).toEqual([])
  await mara.context.close()
})

test('every page of the portal is accessible, light and dark, down to 320 px', async ({ browser, house }) => {
  const stranger = await visit(browser, house.portal, { width: 390, height: 844 })
  await expect(stranger.page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectNoViolations(stranger.page, 'sign-in')
  await stranger.context.close()
  const jonah = await onThePhone(browser, house, 'Jonah')
  await expectNoViolations(jonah.page, 'goals')
  await jonah.page.getByRole('link', { name: /^Home/ }).click()
  await expect(jonah.page.getByRole('heading', { name: 'Who looked at your record' })).toBeVisible()
  await expectNoViolations(jonah.page, 'home')
  await openGoal(jonah.page, 'Sleep')
  await expect(phoneEditor(jonah.page)).toBeVisible()
  await expectNoViolations(jonah.page, 'a goal')
  await jonah.page.setViewportSize({ width: 320, height: 640 })
  await expectNoViolations(jonah.page, 'a goal at 320')
  expect(jonah.complaints).toEqual([])
  await jonah.context.close()
})
