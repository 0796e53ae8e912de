import { expect, test } from '../src/test.js'
import { atTheDesk, onThePhone, openClient } from '../src/people.js'
import { consoleEditor, editWords, goalCard, phoneEditor, startGoalAtDesk, unique } from '../src/goals.js'

test('[SE1] [SE5] [SE8] [SE12] a session from its day in the diary to where it was left, on both sides', async ({
  browser,
  house,
}) => {
  const mara = await atTheDesk(browser, house, 'Mara')
  await openClient(mara.page, 'Wren')
  const name = await startGoalAtDesk(mara.page, unique('Rest'))
  await mara.page.keyboard.press('Escape')
  await mara.page.getByRole('tab', { name: 'Sessions' }).click()
  const tomorrow = new Date(Date.now() + 86_400_000)
  const day = new Date(tomorrow.getTime() - tomorrow.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
  await mara.page.getByLabel('Day').fill(day)
  await mara.page.getByRole('button', { name: 'Schedule', exact: true }).click()
  await mara.page.getByRole('link', { name: 'Prepare' }).click()
  await expect(mara.page.getByRole('heading', { name: 'Wren, before the session' })).toBeVisible()

  const wren = await onThePhone(browser, house, 'Wren')
  const rooms = wren.page.getByRole('navigation', { name: 'Main' })
  await rooms.getByRole('link', { name: 'Home' }).click()
  await wren.page.getByRole('link', { name: /Bring what you want to talk about/ }).click()
  await wren.page.getByLabel('Something to talk about').fill('The long Tuesday')
  await wren.page.getByRole('button', { name: 'Add' }).click()
  await expect(wren.page.getByText('The long Tuesday')).toBeVisible()
  await wren.page.getByRole('link', { name: 'Home' }).click()

  await mara.page.getByRole('button', { name: 'Start the session' }).click()
  const agenda = mara.page.getByRole('region', { name: 'To talk about' })
  await expect(agenda.getByText('The long Tuesday')).toBeVisible()
  await wren.page.getByRole('button', { name: 'Join' }).click()
  await expect(mara.page.getByText('Wren is here since')).toBeVisible()

  await mara.page.getByRole('button', { name: `Show ${name}` }).click()
  await wren.page.getByRole('button', { name: 'Go there' }).click()
  await phoneEditor(wren.page).click()
  await wren.page.keyboard.type('I stop early')
  await expect(goalCard(mara.page, name)).toContainText('I stop early')
  await editWords(mara.page, name)
  await mara.page.keyboard.press('End')
  await mara.page.keyboard.type(' on Tuesdays')
  await expect(phoneEditor(wren.page)).toHaveText(/I stop early on Tuesdays/)

  // Whatever is reloaded resumes where it was. (SE8)
  await Promise.all([mara.page.reload(), wren.page.reload()])
  await expect(phoneEditor(wren.page)).toHaveText(/I stop early on Tuesdays/)
  await expect(wren.page.getByText('Mara is showing you')).toBeVisible()
  await wren.page.getByRole('button', { name: 'Pause' }).click()
  await expect(mara.page.getByRole('heading', { name: 'Wren paused sharing' })).toBeVisible()
  await expect(consoleEditor(mara.page, name)).toHaveCount(0)
  await wren.page.getByRole('link', { name: 'Back to the session' }).click()
  await wren.page.getByRole('button', { name: 'Go on sharing' }).click()
  await expect(mara.page.getByRole('button', { name: 'Pause sharing' })).toBeVisible()

  await mara.page.getByRole('button', { name: 'End the session' }).click()
  await mara.page.getByRole('dialog').getByRole('button', { name: 'End it' }).click()
  const words = `${name} has its first words: “I stop early on Tuesdays”.`
  await expect(mara.page.getByText(words)).toBeVisible()
  await expect(wren.page.getByText(words)).toBeVisible()
  await mara.page.getByLabel('One more sentence').fill('Rest before you are empty.')
  await mara.page.getByRole('button', { name: 'Add' }).click()
  await expect(mara.page.getByRole('blockquote')).toHaveText('Rest before you are empty.')
  expect(mara.complaints).toEqual([])
  expect(wren.complaints).toEqual([])
  await mara.context.close()
  await wren.context.close()
})
