import { giveAuthenticator, proveByCode, useThisDevice } from '../src/authenticator.js'
import { addClient, addColleague, firstLink, type FirstLink } from '../src/desk.js'
import { editWords, goalCard, startGoalAtDesk } from '../src/goals.js'
import { test } from '../src/empty-house.js'
import { openClient, openGoal, visit } from '../src/people.js'
import { countSteps } from '../src/steps.js'
import { expect } from '../src/test.js'

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const PASSWORD = 'kettle harbour violet spoon'

test('[CL1–CL12, ID18, ID20, ID24, AG1] a clinic begins with a printed link and comes to its first agreed goal', async ({
  browser,
  emptyHouse,
}) => {
  test.setTimeout(180_000)
  const steps = countSteps()
  expect(emptyHouse.setUpLink).not.toBeNull()
  const beth = await visit(browser, emptyHouse.setUpLink ?? '', DESK)
  const desk = beth.page
  const next = () =>
    desk
      .locator('form')
      .getByRole('button', { name: /^Next|^Make this clinic/ })
      .click()

  await steps.do('the administrator says who they are', async () => {
    await desk.getByLabel('Your name').fill('Beth Calloway')
    await desk.getByLabel('Your work e-mail').fill('beth@alder.example')
    await desk.getByLabel('Choose a password').fill(PASSWORD)
    await next()
  })
  await steps.do('names the practice', async () => {
    await desk.getByLabel('Name of the practice').fill('Alder House Practice')
    await next()
  })
  await steps.do('chooses the word for client', next)
  await steps.do('chooses the kinds of work', async () => {
    await desk.getByText('Counselling', { exact: true }).click()
    await next()
  })
  await steps.do('keeps the opening hours', next)
  await steps.do('keeps language and time zone', next)
  await giveAuthenticator(desk)
  await steps.do('makes the clinic', next)
  await steps.do('makes their device the second key', async () => {
    await expect(desk.getByRole('heading', { name: 'One more key' })).toBeVisible()
    await useThisDevice(desk)
    await expect(desk.getByRole('heading', { name: 'People here' })).toBeVisible()
  })
  await expect(desk.getByText('Here is what comes next')).toBeVisible()

  await steps.do('adds a practitioner', async () => {
    await desk.getByRole('link', { name: 'Add a practitioner' }).click()
    await addColleague(desk, 'Mara Lindqvist', 'mara@alder.example')
  })
  let maraLink: FirstLink = { link: '', code: '' }
  await steps.do('hands over the practitioner’s link', async () => {
    maraLink = await firstLink(desk)
  })
  await steps.do('adds a client', async () => {
    await desk
      .getByRole('navigation', { name: 'Pages of the front desk' })
      .getByRole('link', { name: 'People' })
      .click()
    await desk.getByRole('link', { name: 'Add a client' }).first().click()
    await addClient(desk, 'Jonah Okafor', 'jonah@alder.example')
  })
  let jonahLink: FirstLink = { link: '', code: '' }
  await steps.do('hands over the client’s link', async () => {
    jonahLink = await firstLink(desk)
  })
  await steps.do('opens their case', async () => {
    await desk.getByRole('link', { name: 'Open a case' }).click()
    await expect(desk.getByRole('button', { name: 'Without Mara Lindqvist' })).toBeVisible()
    await desk.locator('form').getByRole('button', { name: 'Open a case' }).click()
    await expect(desk.getByRole('heading', { level: 1, name: 'Jonah Okafor' })).toBeVisible()
  })

  const mara = await visit(browser, maraLink.link, DESK)
  await giveAuthenticator(mara.page)
  await steps.do('the practitioner proves who they are and makes their device the key', async () => {
    await expect(mara.page.getByRole('heading', { name: 'Welcome, Mara' })).toBeVisible()
    await proveByCode(mara.page, maraLink.code)
    await useThisDevice(mara.page)
    await expect(mara.page.getByText('A quiet day')).toBeVisible()
  })
  const jonah = await visit(browser, jonahLink.link, PHONE)
  await steps.do('the client chooses a password', async () => {
    await expect(jonah.page.getByRole('heading', { name: 'Welcome, Jonah' })).toBeVisible()
    await proveByCode(jonah.page, jonahLink.code)
    await jonah.page.getByLabel('Choose a password').fill(PASSWORD)
    await jonah.page.getByRole('button', { name: 'Set a password and come in' }).click()
    await expect(jonah.page.getByRole('heading', { level: 1 })).toHaveText(/hello|goals/i)
  })
  await steps.do('the practitioner writes the first words', async () => {
    await mara.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Clients' }).click()
    await openClient(mara.page, 'Jonah')
    await startGoalAtDesk(mara.page, 'Sleep')
    await editWords(mara.page, 'Sleep')
    await mara.page.keyboard.type('I sleep through most nights')
    await mara.page.keyboard.press('Escape')
  })
  await steps.do('the practitioner agrees', async () => {
    await goalCard(mara.page, 'Sleep').getByRole('button', { name: 'Agree to this wording' }).click()
  })
  await steps.do('the client opens the goal and agrees', async () => {
    await jonah.page.reload()
    await jonah.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Goals' }).click()
    await openGoal(jonah.page, 'Sleep')
    await expect(jonah.page.getByRole('heading', { name: 'Mara agrees to these words' })).toBeVisible()
    await jonah.page.getByRole('button', { name: 'I agree to these words' }).click()
    await expect(jonah.page.getByText('You both agree to these words')).toBeVisible()
  })
  await expect(goalCard(mara.page, 'Sleep').getByText('Agreed by you both')).toBeVisible()
  process.stdout.write(`${steps.report()}\n`)

  await test.step('[CL7] a used link says so in words', async () => {
    const late = await visit(browser, maraLink.link, DESK)
    await expect(late.page.getByRole('heading', { name: 'This link can’t be used any more' })).toBeVisible()
    const again = await visit(browser, emptyHouse.setUpLink ?? '', DESK)
    await expect(again.page.getByRole('heading', { name: 'This link has done its work' })).toBeVisible()
    await late.context.close()
    await again.context.close()
  })
  await test.step('[AC3] the administrator finds nothing clinical', async () => {
    await expect(desk.getByRole('link', { name: 'Clients' })).toHaveCount(0)
    await desk.goto(`${emptyHouse.console}/administration/cases`)
    await expect(desk.getByRole('link', { name: 'Jonah Okafor' })).toBeVisible()
    await expect(desk.getByText('I sleep through most nights')).toHaveCount(0)
  })
  for (const { complaints } of [beth, mara, jonah]) expect(complaints).toEqual([])
  for (const { context } of [beth, mara, jonah]) await context.close()
})
