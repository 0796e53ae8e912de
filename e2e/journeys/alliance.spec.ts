import { expect, type Page } from '@playwright/test'
import { atTheDesk, onThePhone, openClient } from '../src/people.js'
import { test } from '../src/test.js'

/** The page of a client's check-ins, with a session chosen by its number. */
async function openCheckIns(page: Page, client: string, session?: number): Promise<void> {
  await openClient(page, client)
  await page.getByRole('tab', { name: 'Check-ins & outcome' }).click()
  await expect(page.getByRole('img', { name: /^Check-ins of/ })).toBeVisible()
  if (session === undefined) return
  await page
    .getByRole('radio', { name: new RegExp(`^Session ${session},`) })
    .first()
    .click()
  await expect(page.getByRole('complementary', { name: `Session ${session}` })).toBeVisible()
}

test('[CI3] [AL4] a check-in is shown to whom its client chose, and a chart says what its table says', async ({
  browser,
  house,
}) => {
  const ines = await onThePhone(browser, house, 'Ines')
  const { page: phone } = ines
  const words = 'A little slower at the neck.'

  await test.step('[CI1] [CI5] Ines answers four questions from her first screen, by keyboard', async () => {
    await phone.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Home' }).click()
    await phone.getByRole('link', { name: /How was the session yesterday/ }).click()
    const tasks = phone.getByRole('slider', { name: 'How we went about it' })
    await tasks.focus()
    await tasks.press('ArrowLeft')
    await expect(tasks).toHaveAttribute('aria-valuetext', /^4 of 10/)
    await phone.getByRole('textbox').fill(words)
    await expect(phone.getByText('Mara and Ruth, after you’ve talked.')).toBeVisible()
    await phone.getByRole('button', { name: 'Send' }).click()
    await expect(phone.getByText('Sent. Mara and Ruth, after you’ve talked.')).toBeVisible()
    await expect(phone.getByRole('link', { name: /How was the session/ })).toHaveCount(0)
  })

  const mara = await atTheDesk(browser, house, 'Mara')
  const ruth = await atTheDesk(browser, house, 'Ruth')
  await test.step('[CI3] neither Mara nor Ruth reads it before they have talked', async () => {
    for (const { page } of [mara, ruth]) {
      await openCheckIns(page, 'Ines', 7)
      await expect(page.getByText('Kept until you have talked')).toBeVisible()
      await expect(page.getByText(words)).toHaveCount(0)
    }
  })

  await test.step('[CI2] [CI3] Ines leaves it to Ruth alone, and Mara finds nothing', async () => {
    await phone.goBack()
    await expect(phone.getByRole('slider', { name: 'How we went about it' })).toHaveValue('4')
    await phone.getByRole('button', { name: 'Change' }).click()
    await phone.getByRole('radio', { name: /Only Ruth/ }).check({ force: true })
    await phone.getByRole('button', { name: 'Done' }).click()
    await phone.getByRole('button', { name: 'Send in place of what I said' }).click()
    await expect(phone.getByText('Sent. Only Ruth, in supervision.')).toBeVisible()
    await ruth.page.reload()
    await openSession(ruth.page, 7)
    await expect(ruth.page.getByText(words)).toBeVisible()
    await mara.page.reload()
    await openSession(mara.page, 7)
    await expect(mara.page.getByText('Nothing reached you')).toBeVisible()
  })

  await test.step('[AL1] [AL4] Mara sees Tomasz’s dip and its repair, in the chart as in its table', async () => {
    const { page } = mara
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Clients' }).click()
    await openCheckIns(page, 'Tomasz')
    await expect(page.getByText('6.3, below Tomasz’s usual range.')).toBeVisible()
    await expect(page.getByText(/He said the diary was mine/)).toBeVisible()
    await expect(page.getByText(/Tomasz sees a step of The van differently/)).toBeVisible()
    const label = (await page.getByRole('img', { name: /^Check-ins of/ }).getAttribute('aria-label')) ?? ''
    const told = [...label.matchAll(/session \d+: ([\d.]+)/gu)].map(([, value = '']) => value)
    expect(told).toHaveLength(11)
    await page.getByRole('radio', { name: 'Table' }).first().click()
    const means = page.getByRole('table').first().locator('tbody tr td:nth-child(3)')
    await expect(means).toHaveText(told)
  })
  expect([...mara.complaints, ...ruth.complaints, ...ines.complaints]).toEqual([])
})

async function openSession(page: Page, session: number): Promise<void> {
  await page
    .getByRole('radio', { name: new RegExp(`^Session ${session},`) })
    .first()
    .click()
}
