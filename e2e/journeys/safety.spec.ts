import { expect } from '@playwright/test'
import { atTheDesk, onThePhone, openClient } from '../src/people.js'
import { test } from '../src/test.js'

test('[SA1] [SA3] Priya says the ninth is not "not at all": she is given numbers, and Mara sees it and says so', async ({
  browser,
  house,
}) => {
  const { page: desk } = await atTheDesk(browser, house, 'Mara')
  await test.step('[ME6] Mara asks for a PHQ-9', async () => {
    await openClient(desk, 'Priya')
    await desk.getByRole('tab', { name: 'Check-ins & outcome' }).click()
    await desk.getByRole('button', { name: 'Ask a questionnaire' }).click()
    await desk.getByRole('button', { name: 'Ask Priya' }).click()
    await expect(desk.getByText(/It waits on the phone/)).toBeVisible()
    await desk.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /Today/ }).click()
  })

  const { page: phone, context: hers } = await onThePhone(browser, house, 'Priya')
  await test.step('[ME5] [SA5] Priya skips what she likes, answers the ninth, and numbers are there at once', async () => {
    await phone.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Home' }).click()
    await phone.getByRole('link', { name: /Mara asks: PHQ-9/ }).click()
    await phone.getByRole('radio', { name: 'Several days' }).check({ force: true })
    await phone.getByRole('button', { name: 'Next' }).click()
    for (let number = 2; number < 9; number += 1) {
      await expect(phone.getByText(`Question ${number} of 10`)).toBeVisible()
      await phone.getByRole('button', { name: 'Skip this one' }).click()
    }
    await phone.getByRole('radio', { name: 'Several days' }).check({ force: true })
    await expect(phone.getByRole('heading', { name: 'Thank you for saying so' })).toBeVisible()
    await expect(phone.getByRole('link', { name: /Ring Samaritans, 116 123/ })).toBeVisible()
    await expect(phone.getByText(/Mara is told of this answer/)).toBeVisible()
  })

  await test.step('[SA3] Mara sees it on the page where she is, without what was said, and acknowledges it', async () => {
    const banner = desk.getByRole('complementary', { name: 'Urgent', exact: true })
    await expect(banner).toContainText('Priya', { timeout: 15_000 })
    await expect(banner).not.toContainText('Several days')
    await banner.getByRole('link', { name: 'Read it' }).click()
    await expect(desk.getByText('PHQ-9, item 9: “Several days”')).toBeVisible()
    await desk.getByRole('button', { name: 'I know of it' }).click()
    await desk.getByRole('dialog').getByRole('textbox').fill('Rang her, we meet at four.')
    await desk.getByRole('dialog').getByRole('button', { name: 'Acknowledge' }).click()
    await expect(desk.getByText('PHQ-9, item 9: “Several days”')).toHaveCount(0)
    await expect(banner).toHaveCount(0)
  })

  await test.step('[OF12] Priya sends it without a network and closes the tab: it goes when she is back, once', async () => {
    await hers.setOffline(true)
    await phone.getByRole('button', { name: 'Next' }).click()
    await phone.getByRole('radio', { name: 'Somewhat difficult' }).check({ force: true })
    await expect(phone.getByText(/Kept on this phone, not sent yet/)).toBeVisible()
    await phone.getByRole('button', { name: 'Next' }).click()
    await phone.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(phone.getByRole('alert').filter({ hasText: 'Kept on this phone' })).toBeVisible()
    await phone.close()
    await hers.setOffline(false)
    const later = await hers.newPage()
    const sent: string[] = []
    later.on('request', (request) => {
      if (request.url().endsWith('/answers')) sent.push(request.postData() ?? '')
    })
    await later.goto(house.portal)
    await expect(later.getByRole('heading', { level: 1, name: /^Hello/ })).toBeVisible()
    await expect(later.getByRole('link', { name: /Mara asks: PHQ-9/ })).toHaveCount(0)
    await later.reload()
    await expect(later.getByRole('heading', { level: 1, name: /^Hello/ })).toBeVisible()
    await expect
      .poll(() => sent.map((body) => (JSON.parse(body) as { status: string }).status))
      .toEqual(['completed'])
  })
})
