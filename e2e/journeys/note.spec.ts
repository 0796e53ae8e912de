import { expect, test } from '../src/test.js'
import { goalCard, startGoalAtDesk, unique } from '../src/goals.js'
import { atTheDesk, onThePhone, openClient } from '../src/people.js'

test('[NO6] [NO8] [NO13] a session is written down with what it changed, signed, and read by its client', async ({
  browser,
  house,
}) => {
  const mara = await atTheDesk(browser, house, 'Mara')
  const { page } = mara
  const name = unique('Rest')
  const words = 'Samuel came early and left early.'

  await test.step('[SE5] Mara and Samuel meet, and a goal is begun', async () => {
    await openClient(page, 'Samuel')
    await page.getByRole('tab', { name: 'Sessions' }).click()
    await page.getByRole('link', { name: 'Prepare' }).first().click()
    await page.getByRole('button', { name: 'Start the session' }).click()
    await startGoalAtDesk(page, name)
    await page.keyboard.press('Escape')
    await expect(goalCard(page, name)).toBeVisible()
    await page.getByRole('button', { name: 'End the session' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'End it' }).click()
    await page.getByRole('link', { name: 'Write the note' }).click()
  })

  await test.step('[NO6] [NO7] she brings in what changed, and the draft says that it is saved', async () => {
    await page.getByRole('button', { name: new RegExp(`^Bring into the note: .*${name}`) }).click()
    await page.getByRole('textbox', { name: 'Subjective' }).fill(words)
    await expect(page.getByText(/^Draft saved/)).toBeVisible()
    await page.reload()
    await expect(page.getByRole('textbox', { name: 'Subjective' })).toHaveValue(words)
    await expect(page.getByRole('button', { name: new RegExp(`take out: .*${name}`) })).toBeVisible()
  })

  await test.step('[NO8] [NO10] she signs what she saw, and adds to it later', async () => {
    await page.getByRole('button', { name: 'Sign note' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText(words)).toBeVisible()
    await dialog.getByRole('button', { name: 'Sign note' }).click()
    await expect(page.getByText(/^Signed by Mara Lindqvist/)).toBeVisible()
    await page.getByRole('textbox', { name: 'Add to this note' }).fill('He rang later.')
    await page.getByRole('button', { name: 'Sign and add' }).click()
    await expect(page.getByText('Signed, amended')).toBeVisible()
  })

  await test.step('[NO13] Samuel reads the note, the change and the amendment on his phone', async () => {
    const samuel = await onThePhone(browser, house, 'Samuel')
    const rooms = samuel.page.getByRole('navigation', { name: 'Main' })
    await rooms.getByRole('link', { name: 'You', exact: true }).click()
    await samuel.page.getByRole('link', { name: /Notes on your sessions/ }).click()
    await samuel.page.getByRole('link', { name: /^Session 1/ }).click()
    await expect(samuel.page.getByText(words)).toBeVisible()
    await expect(samuel.page.getByText(new RegExp(`Mara began ${name}`))).toBeVisible()
    await expect(samuel.page.getByText('He rang later.')).toBeVisible()
    expect(samuel.complaints).toEqual([])
    await samuel.context.close()
  })
  expect(mara.complaints).toEqual([])
  await mara.context.close()
})
