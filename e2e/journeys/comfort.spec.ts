import { atTheDesk, onThePhone, openClient } from '../src/people.js'
import { unique } from '../src/goals.js'
import { expect, test } from '../src/test.js'

test('[CL18, CL20] a client says how they like things, the practitioner reads it, the administrator finds none', async ({
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

  const mara = await atTheDesk(browser, house, 'Mara')
  await openClient(mara.page, 'Priya')
  await mara.page.getByRole('tab', { name: 'Profile' }).click()
  await expect(mara.page.getByText(words)).toBeVisible()
  await expect(mara.page.getByText(/^Priya last changed it/)).toBeVisible()

  const beth = await atTheDesk(browser, house, 'Beth')
  const refused = await beth.page.request.get(`${house.console}${path}`)
  expect(refused.status()).toBe(404)
  expect(await refused.text()).not.toContain(words)
  await beth.page.goto(mara.page.url())
  await expect(beth.page.getByRole('heading', { level: 1 })).toBeAttached()
  await expect(beth.page.getByText(words)).toHaveCount(0)
  for (const { context } of [priya, mara, beth]) await context.close()
})
