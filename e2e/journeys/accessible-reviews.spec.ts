import { expectNoViolations } from '../src/axe.js'
import { atTheDesk, onThePhone, openGoal } from '../src/people.js'
import { expect, test } from '../src/test.js'

test('the rooms of supervision are accessible, light and dark', async ({ browser, house }) => {
  test.setTimeout(180_000)
  const { page, context, complaints } = await atTheDesk(browser, house, 'Ruth')
  const rooms = page.getByRole('navigation', { name: 'Main' })
  await rooms.getByRole('link', { name: /^Reviews/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /needs? you today/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'How the queue decides' })).toBeVisible()
  await expectNoViolations(page, 'the queue')
  await page.setViewportSize({ width: 768, height: 1024 })
  await expectNoViolations(page, 'the queue at 768')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('link', { name: 'Log', exact: true }).click()
  await expect(page).toHaveURL(/\/reviews\/log/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('Signed by both, locked').first()).toBeVisible()
  await expectNoViolations(page, 'the log of supervision')
  expect(complaints).toEqual([])
  await context.close()
})

test('the record and its history are accessible in the portal, light and dark', async ({
  browser,
  house,
}) => {
  test.setTimeout(120_000)
  const { page, context, complaints } = await onThePhone(browser, house, 'Jonah')
  await openGoal(page, 'Sleep')
  await page.getByRole('link', { name: /How we got here/ }).click()
  await expect(page.getByText('History verified')).toBeVisible()
  await expectNoViolations(page, 'how we got here')
  await page.getByRole('link', { name: 'Who has looked' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your record' })).toBeVisible()
  await expect(page.getByRole('listitem').first()).toBeVisible()
  await expectNoViolations(page, 'your record')
  expect(complaints).toEqual([])
  await context.close()
})
