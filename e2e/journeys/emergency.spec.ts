import { expect } from '@playwright/test'
import { atTheDesk, onThePhone } from '../src/people.js'
import { test } from '../src/test.js'

const WHY = 'Item 9 was raised and Mara’s line was engaged.'

test('[EM4] [EM9] [EM10] [EM12] Hanna opens Jonah’s safety plan with a reason; Mara, Ruth and Jonah read it, Ruth reviews', async ({
  browser,
  house,
}) => {
  const { page: hanna } = await atTheDesk(browser, house, 'Hanna')
  await test.step('[EM1] [EM4] Hanna types the whole name, and says why', async () => {
    await hanna.keyboard.press('Control+k')
    await hanna.getByRole('button', { name: 'Is somebody in danger?' }).click()
    await hanna.getByLabel('Their whole name').fill('jonah okafor')
    await hanna.getByRole('button', { name: 'Find them' }).click()
    await hanna.getByRole('button', { name: /Open what you need/ }).click()
    const dialog = hanna.getByRole('dialog')
    await expect(dialog.getByRole('checkbox', { name: /Safety plan/ })).toBeChecked()
    await dialog.getByText('They may harm themselves').click()
    await dialog.getByLabel('Why now, in your words').fill(WHY)
    await dialog.getByRole('button', { name: 'Open for an hour' }).click()
    await expect(hanna.getByRole('heading', { name: 'Safety plan and urgent contacts' })).toBeVisible()
    await expect(hanna.getByText(/Written/)).toBeVisible()
    await expect(hanna.getByRole('complementary', { name: /Jonah Okafor/ })).toContainText(
      'open to you until',
    )
  })

  await test.step('[EM9] Mara finds it in the bell, with the reason behind it', async () => {
    const { page: mara, context } = await atTheDesk(browser, house, 'Mara')
    await mara.getByRole('button', { name: /new/i }).click()
    await mara.getByRole('link', { name: /Hanna Weiss opened Jonah Okafor’s record/ }).click()
    await expect(mara.getByText(WHY)).toBeVisible()
    await context.close()
  })

  await test.step('[EM12] Ruth reviews what waits in her day', async () => {
    const { page: ruth, context } = await atTheDesk(browser, house, 'Ruth')
    await ruth.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /Today/ }).click()
    await ruth.getByRole('link', { name: /Review, Jonah Okafor|Review.*Jonah/ }).click()
    await ruth.getByText('In order', { exact: true }).click()
    await ruth
      .getByLabel('What you looked at, and what follows')
      .fill('Hanna rang him and stayed on the line.')
    await ruth.getByRole('button', { name: 'Sign the review' }).click()
    await expect(ruth.getByText(/Ruth .*reviewed it.*it was in order/)).toBeVisible()
    await context.close()
  })

  await test.step('[EM10] Jonah is told at home, and reads who, what and why among the looks', async () => {
    const { page: phone } = await onThePhone(browser, house, 'Jonah')
    await phone.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Home' }).click()
    await phone.getByRole('link', { name: /Hanna Weiss opened your record in an emergency/ }).click()
    await expect(phone.getByText('Hanna Weiss read the safety plan in that emergency')).toBeVisible()
    await expect(phone.getByText(WHY)).toBeVisible()
    await expect(phone.getByText(/it was in order/)).toBeVisible()
  })

  await test.step('[EM11] Hanna ends it, and it leaves her screen', async () => {
    await hanna.getByRole('button', { name: 'End now' }).click()
    await expect(hanna.getByText('This is closed')).toBeVisible()
    await expect(hanna.getByText(/Written/)).toHaveCount(0)
  })
})
