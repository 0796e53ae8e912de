import type { Page } from '@playwright/test'
import { goalCard } from '../src/goals.js'
import { atTheDesk, openClient } from '../src/people.js'
import { expect, test } from '../src/test.js'

function room(page: Page, name: string | RegExp) {
  return page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name })
}

test('[SQ1, SQ2, SQ16] on Friday Ruth sees who needs her today and why, reads it, signs it, and it says so', async ({
  browser,
  house,
}) => {
  const ruth = await atTheDesk(browser, house, 'Ruth')
  await room(ruth.page, /Reviews/).click()
  await expect(ruth.page.getByRole('heading', { level: 1, name: /needs? you today/ })).toBeVisible()
  const today = ruth.page.getByRole('region', { name: /^Today/ })
  const oscar = today.getByRole('listitem').filter({ hasText: 'Oscar Pryce' })
  await expect(oscar).toContainText('You haven’t read this case yet. It came to you')
  await expect(oscar).toContainText('not read before')

  await oscar.getByRole('link', { name: 'Read the stretch: Oscar Pryce' }).click()
  await expect(ruth.page.getByRole('slider', { name: 'Replay position' })).toBeVisible()
  await room(ruth.page, /Reviews/).click()
  const fine = ruth.page.getByRole('row', { name: /Oscar Pryce/ })
  await expect(fine).toContainText('read today')
  await expect(fine).toContainText(/changes aren’t signed/)
  await expect(oscar).toHaveCount(0)
  await fine.getByRole('checkbox', { name: 'Read, no concerns: Oscar Pryce' }).check({ force: true })
  await ruth.page.getByRole('button', { name: 'Read, no concerns · 1 case' }).click()
  await expect(ruth.page.getByText('One case signed.')).toBeVisible()
  await expect(fine).toContainText('Read and signed')
  await ruth.context.close()
})

test('[SQ7, SQ14] what Mara takes to supervision is on Ruth’s agenda, and Hanna sees nothing of it', async ({
  browser,
  house,
}) => {
  const mara = await atTheDesk(browser, house, 'Mara')
  await openClient(mara.page, 'Tomasz')
  const card = goalCard(mara.page, 'Lifting')
  await card.getByRole('button', { name: /^More for the goal/ }).click()
  await mara.page.getByRole('menuitem', { name: 'Take to supervision' }).click()
  const dialog = mara.page.getByRole('dialog')
  await expect(dialog).toContainText('You and Ruth see this')
  await dialog.getByRole('textbox').fill('How do we end this one well?')
  await dialog.getByRole('button', { name: 'Take it along' }).click()
  await expect(mara.page.getByText('On the agenda with Ruth')).toBeVisible()

  const ruth = await atTheDesk(browser, house, 'Ruth')
  await room(ruth.page, /Reviews/).click()
  const agenda = ruth.page.getByRole('region', { name: 'Next supervision with Mara' })
  const item = agenda.getByRole('listitem').filter({ hasText: 'How do we end this one well?' })
  await expect(item).toContainText(/Mara, on .* of Tomasz, today/)

  const hanna = await atTheDesk(browser, house, 'Hanna')
  await room(hanna.page, /Supervision/).click()
  await expect(hanna.page.getByRole('heading', { level: 1, name: 'Supervision with Ruth' })).toBeVisible()
  await expect(hanna.page.getByText('Hands, and what they say.')).toBeVisible()
  await expect(hanna.page.getByText('How do we end this one well?')).toHaveCount(0)
  await expect(hanna.page.getByText('What to do with silence')).toHaveCount(0)
  for (const visitor of [mara, ruth, hanna]) await visitor.context.close()
})

test('[SQ10, SQ11] a meeting is recorded by one, signed by both, and then locked', async ({
  browser,
  house,
}) => {
  const topics = 'What helped in autumn.'
  const ruth = await atTheDesk(browser, house, 'Ruth')
  await ruth.page.goto(`${house.console}/reviews/log`)
  await ruth.page.getByLabel('With', { exact: true }).selectOption({ label: 'Mara Lindqvist' })
  await expect(ruth.page.getByRole('heading', { level: 1, name: 'Supervision with Mara' })).toBeVisible()
  await ruth.page.getByRole('button', { name: 'Record a meeting' }).click()
  const dialog = ruth.page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Topics' }).fill(topics)
  await dialog.getByRole('button', { name: 'Keep' }).click()
  const recorded = ruth.page.getByRole('listitem').filter({ hasText: topics })
  await recorded.getByRole('button', { name: /^Sign the meeting/ }).click()
  await expect(recorded.getByText('Signed by you')).toBeVisible()

  const mara = await atTheDesk(browser, house, 'Mara')
  await room(mara.page, /Supervision/).click()
  const read = mara.page.getByRole('listitem').filter({ hasText: topics })
  await expect(read.getByText('Waits for your signature')).toBeVisible()
  await read.getByRole('button', { name: /^Sign the meeting/ }).click()
  await expect(read.getByText('Signed by both, locked')).toBeVisible()
  await expect(read.getByRole('button')).toHaveCount(0)
  await mara.page.screenshot({ path: 'test-results/supervision-log.png', fullPage: true })
  await ruth.page.reload()
  await expect(recorded.getByText('Signed by both, locked')).toBeVisible()
  for (const visitor of [mara, ruth]) await visitor.context.close()
})
