import { giveAuthenticator, proveByCode, useThisDevice } from '../src/authenticator.js'
import { addClient, sendInvitation } from '../src/desk.js'
import { atTheDesk, visit } from '../src/people.js'
import { expect, test } from '../src/test.js'

const PHONE = { width: 390, height: 844 }

test('[ID12, ID16–ID21, ID36] from an invitation in the outbox to a first goal, with a passkey and no password', async ({
  browser,
  house,
}) => {
  const beth = await atTheDesk(browser, house, 'Beth Calloway')
  const desk = beth.page
  await desk.goto(`${house.console}/administration/people`)
  await desk.getByRole('link', { name: 'Add a client' }).first().click()
  await addClient(desk, 'Juniper Vale', 'juniper@alderhouse.example')
  await desk.getByRole('link', { name: 'Open a case' }).click()
  await desk.getByRole('combobox', { name: 'Practitioner' }).fill('Mara')
  await desk.getByRole('option', { name: /Mara Lindqvist/ }).click()
  await desk.locator('form').getByRole('button', { name: 'Open a case' }).click()
  await expect(desk.getByRole('heading', { level: 1, name: 'Juniper Vale' })).toBeVisible()
  await desk.goto(`${house.console}/administration/people`)
  await desk.getByRole('link', { name: 'Juniper Vale' }).click()

  const began = Date.now()
  const code = await sendInvitation(desk)
  await desk.goto(`${house.console}/outbox`)
  await desk.getByRole('button', { name: /Juniper Vale/ }).click()
  const letter = desk.getByRole('region', { name: 'The letter' })
  await expect(letter.getByText('Dear Juniper,')).toBeVisible()
  const link = (await letter.getByText(/welcome#/).textContent()) ?? ''

  const juniper = await visit(browser, link, PHONE)
  const phone = juniper.page
  await giveAuthenticator(phone)
  await expect(phone.getByRole('heading', { name: 'Welcome, Juniper' })).toBeVisible()
  await proveByCode(phone, code)
  await useThisDevice(phone)
  await phone.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Goals' }).click()
  await phone.getByRole('button', { name: 'Write the first words' }).click()
  await phone.getByRole('textbox').first().fill('I walk to the lake twice a week')
  await phone.getByRole('button', { name: 'Start this goal' }).click()
  await expect(phone.getByText('I walk to the lake twice a week').first()).toBeVisible()
  process.stdout.write(`from invitation to first goal: ${((Date.now() - began) / 1_000).toFixed(1)} s\n`)

  await test.step('[ID21] the passkey opens the door again', async () => {
    await phone.goto(`${house.portal}/you/sign-in`)
    await expect(phone.getByText('This device, now')).toBeVisible()
    await phone.context().clearCookies({ name: /^accord_portal$/ })
    await phone.goto(`${house.portal}/sign-in`)
    await phone.getByRole('button', { name: 'Sign in with your passkey' }).click()
    await expect(phone.getByRole('navigation', { name: 'Main' })).toBeVisible()
  })
  await test.step('[ID36] whatever was left open elsewhere is signed out from here', async () => {
    await phone.goto(`${house.portal}/you/sign-in`)
    await phone.getByRole('button', { name: 'Sign out everywhere else' }).click()
    await expect(phone.getByRole('button', { name: 'Sign out everywhere else' })).toHaveCount(0)
    await expect(phone.getByText('This device, now')).toBeVisible()
  })
  await test.step('[ID16] the link is used up, and the letter no longer shows it', async () => {
    const late = await visit(browser, link, PHONE)
    await expect(late.page.getByRole('heading', { name: 'This link can’t be used any more' })).toBeVisible()
    await late.context.close()
    await desk.reload()
    await expect(letter.getByText('The link itself isn’t kept')).toBeVisible()
  })
  await beth.context.close()
  await juniper.context.close()
})
