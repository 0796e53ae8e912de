import { expect, test } from '../src/test.js'
import { atTheDesk, onThePhone, openClient } from '../src/people.js'

test('[AC10, AC11] a client sees that the supervisor looked, asks why, and reads the answer', async ({
  browser,
  house,
}) => {
  const ruth = await atTheDesk(browser, house, 'Ruth')
  await openClient(ruth.page, 'Priya')

  const priya = await onThePhone(browser, house, 'Priya')
  const rooms = priya.page.getByRole('navigation', { name: 'Main' })
  await rooms.getByRole('link', { name: 'Home' }).click()
  await expect(priya.page.getByText('Ruth Adeyemi opened the goals').first()).toBeVisible()
  await priya.page.getByRole('link', { name: 'All', exact: true }).click()
  await expect(priya.page.getByRole('heading', { level: 1, name: 'Your record' })).toBeVisible()
  const look = priya.page.getByRole('listitem').filter({ hasText: 'Ruth Adeyemi opened the goals' }).first()
  await look.getByRole('button', { name: 'Ask Ruth Adeyemi why' }).click()
  const sheet = priya.page.getByRole('dialog', { name: 'Ask Ruth Adeyemi why' })
  await sheet.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(sheet.getByText('Write a few words first.')).toBeVisible()
  await sheet.getByRole('textbox').fill('What were you looking for?')
  await sheet.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(look.getByText(/You asked, .*“What were you looking for\?”/)).toBeVisible()
  await expect(look.getByText('Waiting for Ruth Adeyemi’s answer.')).toBeVisible()

  await ruth.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click()
  await ruth.page.getByRole('button', { name: 'Answer Priya Raman' }).click()
  const dialog = ruth.page.getByRole('dialog', { name: 'Answer Priya Raman' })
  await dialog.getByRole('textbox').fill('How your two goals came about, before Friday.')
  await dialog.getByRole('button', { name: 'Send the answer' }).click()
  await expect(ruth.page.getByText('Priya Raman asks why you looked')).toBeHidden()

  await priya.page.reload()
  await expect(look.getByText(/“How your two goals came about, before Friday\.”/)).toBeVisible()
  await priya.page.getByRole('link', { name: 'Home' }).first().click()
  await expect(priya.page.getByText('Ruth Adeyemi answered why they looked').first()).toBeVisible()

  const mara = await atTheDesk(browser, house, 'Mara')
  await openClient(mara.page, 'Priya')
  await mara.page.getByRole('button', { name: 'Who has looked' }).click()
  const looks = mara.page.getByRole('dialog', { name: 'Who has looked at this record' })
  await expect(looks.getByText(/“What were you looking for\?”/)).toBeVisible()
  for (const { complaints, context } of [ruth, priya, mara]) {
    expect(complaints).toEqual([])
    await context.close()
  }
})
