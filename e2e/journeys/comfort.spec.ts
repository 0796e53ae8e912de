import { atTheDesk, onThePhone, openClient, openGoal } from '../src/people.js'
import { unique } from '../src/goals.js'
import { expect, test } from '../src/test.js'

test('[CL18, CL20, BA2, BA3] a client says how they like things and what gets in the way, the practitioner reads it, the administrator finds none', async ({
  browser,
  house,
}) => {
  const words = unique('A window, please')
  const priya = await onThePhone(browser, house, 'Priya')
  await priya.page.getByRole('link', { name: 'You', exact: true }).click()
  await priya.page.getByRole('link', { name: /^How you like things/ }).click()
  const field = priya.page.getByRole('textbox', { name: 'Temperature' })
  await expect(field).toBeVisible()
  await expect(priya.page.getByText('You, Mara and Ruth.').first()).toBeVisible()
  const [answer] = await Promise.all([
    priya.page.waitForResponse((one) => one.url().includes('/comfort') && one.request().method() === 'POST'),
    field.fill(words).then(() => priya.page.getByRole('button', { name: 'Save' }).click()),
  ])
  expect(answer.status()).toBe(200)
  await expect(priya.page.getByText('Saved. Mara and Ruth can read it now.')).toBeVisible()
  const path = new URL(answer.url()).pathname.split('/').slice(0, 5).join('/')

  const inTheWay = unique('I can’t talk when he is at home')
  await priya.page.getByRole('link', { name: 'Back to you' }).click()
  await priya.page.getByRole('link', { name: /^What gets in the way/ }).click()
  await priya.page.getByRole('button', { name: 'Something gets in my way' }).click()
  await priya.page.getByText('Saying things', { exact: true }).click()
  await priya.page.getByRole('textbox', { name: 'In a sentence' }).fill(inTheWay)
  await priya.page.getByRole('button', { name: 'Save' }).click()
  await expect(priya.page.getByRole('heading', { name: inTheWay })).toBeVisible()

  const mara = await atTheDesk(browser, house, 'Mara')
  await openClient(mara.page, 'Priya')
  await mara.page.getByRole('tab', { name: 'Profile' }).click()
  await expect(mara.page.getByText(words)).toBeVisible()
  await expect(mara.page.getByText(/^Priya last changed it/)).toBeVisible()
  await mara.page.getByRole('button', { name: `Read on about “${inTheWay}”` }).click()
  await mara.page.getByText('We talked about it').click()
  await mara.page.getByRole('textbox').fill('We meet when he is out')
  await mara.page.getByRole('button', { name: 'Save' }).click()
  const stations = mara.page.getByRole('list', { name: `Where “${inTheWay}” stands` })
  await expect(stations.getByText('We meet when he is out')).toBeVisible()
  await priya.page.reload()
  await expect(priya.page.getByText('We meet when he is out')).toBeVisible()

  const beth = await atTheDesk(browser, house, 'Beth')
  const refused = await beth.page.request.get(`${house.console}${path}`)
  expect(refused.status()).toBe(404)
  expect(await refused.text()).not.toContain(words)
  await beth.page.goto(mara.page.url())
  await expect(beth.page.getByRole('heading', { level: 1 })).toBeAttached()
  for (const none of [words, inTheWay]) await expect(beth.page.getByText(none)).toHaveCount(0)
  for (const { context } of [priya, mara, beth]) await context.close()
})

test('[ST1, ST3] a client ticks a step at home, and moves one by its handle', async ({ browser, house }) => {
  const { page, context } = await onThePhone(browser, house, 'Jonah')
  await page.getByRole('link', { name: /^Home/ }).click()
  const tick = page.getByRole('checkbox', { name: /^Done: Half an hour/ })
  await tick.check()
  await expect(page.getByText('You did this')).toBeVisible()
  await expect(tick).toBeEnabled()
  await tick.uncheck()
  await expect(page.getByText('You did this')).toHaveCount(0)

  await page.getByRole('link', { name: 'Goals', exact: true }).click()
  await openGoal(page, 'Sleep')
  const steps = page.getByRole('grid', { name: 'Your steps' })
  const rows = steps.getByRole('row')
  await expect(rows.first()).toContainText('Move the charger')
  const handle = steps.getByRole('button', { name: /^Move .*Half an hour/ })
  const { width, height } = (await handle.boundingBox()) ?? { width: 0, height: 0 }
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
  // The handle lies over its row, which is what the pointer drags.
  await rows
    .nth(1)
    .dragTo(rows.first(), { sourcePosition: { x: 22, y: 24 }, targetPosition: { x: 22, y: 2 } })
  await expect(rows.first()).toContainText('Half an hour')
  await context.close()
})
