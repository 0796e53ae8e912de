import { expect, test } from '../src/test.js'
import { atTheDesk, onThePhone, openClient } from '../src/people.js'

test('[CO3] [CO6] a client reads the limits, signs, and ends a supervisor’s reading with one touch', async ({
  browser,
  house,
}) => {
  const samuel = await onThePhone(browser, house, 'Samuel')
  const ruth = await atTheDesk(browser, house, 'Ruth')
  await samuel.page.goto(house.portal)
  await samuel.page.getByRole('link', { name: /What stays between us/ }).click()
  await expect(samuel.page.getByText('4 left to read')).toBeVisible()
  const sign = samuel.page.getByRole('button', { name: 'Sign and finish' })
  for (const point of await samuel.page.getByText('I’ve read this').all()) await point.click()
  await samuel.page.getByText('Ruth may review our work').click()
  await expect(sign).toBeDisabled()
  await samuel.page.getByLabel('Sign in your own ink').fill('Samuel Adjei')
  await sign.click()
  await expect(samuel.page.getByRole('link', { name: /What stays between us/ })).toHaveCount(0)

  await openClient(ruth.page, 'Samuel')
  await expect(ruth.page.getByText(/You are reading along/)).toBeVisible()
  await samuel.page.goto(`${house.portal}/you/record`)
  await samuel.page.getByText('Ruth may review our work').click()
  await expect(samuel.page.getByText(/You took it back/)).toBeVisible()
  await expect(ruth.page.getByText(/You are reading along/)).toHaveCount(0)
  await ruth.page.reload()
  await expect(ruth.page.getByRole('heading', { name: 'Samuel Adjei' })).toHaveCount(0)

  await samuel.page.getByText('Ruth may review our work').click()
  await samuel.page.getByLabel('Sign in your own ink').fill('Samuel Adjei')
  await samuel.page.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(samuel.page.getByText(/You said yes/).nth(1)).toBeVisible()
  for (const visitor of [samuel, ruth]) await visitor.context.close()
})
