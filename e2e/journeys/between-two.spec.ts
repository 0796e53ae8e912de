import { framesHeardBy } from '../src/frames.js'
import { goalCard, unique } from '../src/goals.js'
import { atTheDesk, onThePhone, openClient } from '../src/people.js'
import { expect, test } from '../src/test.js'

const QUESTION = 'What would you like to be different?'

test('[CF2, CF6, CF7, CF8] a teenager keeps a goal with the practitioner, and no frame of it reaches the guardian', async ({
  browser,
  house,
}) => {
  const name = unique('Parties')
  const petra = await onThePhone(browser, house, 'Petra')
  const heard = framesHeardBy(petra.page)
  const answers: string[] = []
  const readings: Promise<unknown>[] = []
  petra.page.on('response', (response) => {
    if (!response.url().includes('/api/')) return
    // An answer that the page gave up before it was whole cannot be read here; all others are searched.
    const read = response.text().then(
      (text) => answers.push(text),
      () => undefined,
    )
    readings.push(read)
  })
  await petra.page.getByRole('link', { name: /School mornings/ }).click()
  await expect(petra.page.getByRole('heading', { level: 1, name: 'School mornings' })).toBeVisible()
  await expect(petra.page.getByText('Mara and Ellis aren’t here just now')).toBeVisible()

  const ellis = await onThePhone(browser, house, 'Ellis')
  const only = ellis.page.getByRole('region', { name: 'Only with Mara' })
  await expect(only.getByText(/Petra can’t see these\. Ruth, who supervises the work, can\./)).toBeVisible()
  await expect(only.getByRole('link', { name: /When I go quiet/ })).toBeVisible()
  await ellis.page.getByRole('button', { name: QUESTION }).click()
  await expect(petra.page.getByText('Ellis is here')).toBeVisible()
  await ellis.page.getByRole('textbox', { name: QUESTION }).fill('I leave a party when I want to.')
  await ellis.page.getByRole('textbox', { name: 'A short name' }).fill(name)
  await expect(ellis.page.getByRole('radio', { name: /^With Petra and Mara$/ })).toBeChecked()
  await expect(ellis.page.getByText(/Petra.*can read this/)).toBeVisible()
  await ellis.page.getByText('Only with Mara', { exact: true }).click()
  await expect(ellis.page.getByText(/supervisor Ruth can read this\. Petra can’t\./)).toBeVisible()
  await ellis.page.getByRole('button', { name: 'Start this goal' }).click()
  const words = ellis.page.getByRole('textbox', { name: /Your goal, shared with/ })
  await expect(words).toHaveText('I leave a party when I want to.')
  // Of when it was begun its id says nothing.
  await expect(ellis.page).toHaveURL(/\/goals\/00000000-0000-7/)
  // Ellis had the plan open while choosing; from here on there is nothing to hear.
  await expect(petra.page.getByText('Mara and Ellis aren’t here just now')).toBeVisible()
  heard.forget()
  await words.press('End')
  await words.pressSequentially(' Without a row.')
  await expect(ellis.page.getByText('Saved', { exact: true })).toBeVisible()
  expect(heard.all()).toEqual([])

  const mara = await atTheDesk(browser, house, 'Mara')
  await openClient(mara.page, 'Ellis')
  await expect(goalCard(mara.page, 'School mornings')).toBeVisible()
  await expect(goalCard(mara.page, name)).toHaveCount(0)
  heard.forget()
  await mara.page.getByRole('tab', { name: /Between Ellis and you/ }).click()
  await expect(mara.page.getByText(/Petra can’t see this\. Ellis and you can, and Ruth/)).toBeVisible()
  const card = goalCard(mara.page, name)
  await expect(card).toContainText('I leave a party when I want to. Without a row.')
  await card.getByRole('button', { name: 'Agree to this wording' }).click()
  await ellis.page.getByRole('button', { name: 'I agree to these words' }).click()
  await expect(card.getByText('Agreed by you both')).toBeVisible()

  const ruth = await atTheDesk(browser, house, 'Ruth')
  await openClient(ruth.page, 'Ellis')
  await ruth.page.getByRole('tab', { name: /Between Ellis and Mara/ }).click()
  await expect(goalCard(ruth.page, name)).toContainText('Without a row.')
  await expect(ruth.page.getByText(/You are reading along and write nothing here/)).toBeVisible()
  await expect(ruth.page.getByRole('button', { name: 'New goal' })).toHaveCount(0)

  // Mara and Ruth have the plan open too, which Petra is told of as ever; nothing else came.
  const told = JSON.stringify(heard.all())
  expect(told).not.toContain('party')
  expect(heard.all().filter((frame) => frame.includes('changed'))).toEqual([])
  await petra.page.getByRole('link', { name: 'Back to your goals' }).click()
  await expect(petra.page.getByRole('link', { name: /Phone at night/ })).toBeVisible()
  await expect(petra.page.getByText('Only with')).toHaveCount(0)
  await petra.page.getByRole('link', { name: 'Home' }).click()
  await expect(petra.page.getByRole('heading', { name: /^Hello/ })).toBeVisible()
  await expect(petra.page.getByText(name)).toHaveCount(0)
  await Promise.all(readings)
  expect(answers.length).toBeGreaterThan(0)
  expect(answers.join('\n')).not.toContain(name)
  expect(answers.join('\n')).not.toContain('When I go quiet')
  for (const visitor of [petra, ellis, mara, ruth]) {
    expect(visitor.complaints).toEqual([])
    await visitor.context.close()
  }
})
