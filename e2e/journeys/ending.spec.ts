import { atTheDesk, onThePhone, openClient } from '../src/people.js'
import { unique } from '../src/goals.js'
import { expect, test } from '../src/test.js'

test('[EN2] [EN6] [EN7] [EN9] two write what they leave with, stand behind it, close it, and the client keeps it', async ({
  browser,
  house,
}) => {
  const [taken, back] = [unique('To set things down'), unique('Ring the desk and say my name')]
  const mara = await atTheDesk(browser, house, 'Mara')
  await openClient(mara.page, 'Tomasz')
  await mara.page.getByRole('tab', { name: 'Ending' }).click()
  const comeBack = mara.page.getByRole('textbox', { name: 'How to come back' })
  await comeBack.fill(back)

  const tomasz = await onThePhone(browser, house, 'Tomasz')
  await tomasz.page.getByRole('link', { name: 'You', exact: true }).click()
  await tomasz.page.getByRole('link', { name: /^The ending with Mara/ }).click()
  await tomasz.page.getByRole('textbox', { name: 'What I take with me' }).fill(taken)
  await tomasz.page
    .getByRole('textbox', { name: 'Something that helps' })
    .fill('Half an hour less in the van')
  await tomasz.page.getByRole('button', { name: 'Add', exact: true }).first().click()
  await expect(tomasz.page.getByText(back)).toBeVisible()

  await expect(mara.page.getByText(taken)).toBeVisible()
  await mara.page.getByRole('button', { name: 'Cross out: Half an hour less in the van' }).click()
  await expect(tomasz.page.getByText('crossed out by Mara')).toBeVisible()

  await mara.page.getByRole('button', { name: 'This is how it is' }).click()
  await expect(tomasz.page.getByText(/^Mara stands behind these words/)).toBeVisible()
  await tomasz.page.getByRole('button', { name: 'This is how it is' }).click()
  await mara.page.getByRole('button', { name: 'Close it' }).click()
  await expect(mara.page.getByText(/^Fingerprint of the closed text/)).toBeVisible()

  await expect(tomasz.page.getByText(/nobody can change them/)).toBeVisible()
  await expect(tomasz.page.getByText(taken)).toBeVisible()
  await expect(tomasz.page.getByText('Half an hour less in the van')).toHaveCount(0)
  await expect(tomasz.page.getByRole('textbox', { name: 'What I take with me' })).toHaveCount(0)
  await tomasz.page.getByRole('button', { name: 'Take it as a PDF' }).click()
  const [download] = await Promise.all([
    tomasz.page.waitForEvent('download'),
    tomasz.page.getByRole('menuitem', { name: 'A4' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('ending.pdf')
  expect([mara.complaints, tomasz.complaints]).toEqual([[], []])
  for (const { context } of [mara, tomasz]) await context.close()
})
