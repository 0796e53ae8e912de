import { io } from 'socket.io-client'
import { expect, test } from '../src/test.js'
import { atTheDesk, onThePhone, openClient, openGoal, visit } from '../src/people.js'
import { goalCard } from '../src/goals.js'

test('[AC5] another client’s address shows nothing, and says so kindly', async ({ browser, house }) => {
  const jonah = await onThePhone(browser, house, 'Jonah')
  await openGoal(jonah.page, 'Sleep')
  const address = jonah.page.url()
  const priya = await onThePhone(browser, house, 'Priya')
  await priya.page.goto(address)
  await expect(priya.page.getByText('There is no such goal here')).toBeVisible()
  await expect(priya.page.getByText(/phone stays in the kitchen/)).toHaveCount(0)
  await jonah.context.close()
  await priya.context.close()
})

test('[AC6, ID7] a socket from another origin, without a cookie or with the portal’s at the console, does not open', async ({
  browser,
  house,
}) => {
  const jonah = await onThePhone(browser, house, 'Jonah')
  const cookies = await jonah.context.cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const tries: readonly [string, string, Record<string, string>][] = [
    ['another origin', house.portal, { cookie, origin: 'https://accord.example.evil.tld' }],
    ['no cookie', house.portal, { origin: house.portal }],
    ['no origin', house.portal, { cookie }],
    ['the other app', house.console, { cookie, origin: house.console }],
  ]
  for (const [what, address, extraHeaders] of tries) {
    expect(await opens(address, extraHeaders), what).toBe(false)
  }
  expect(await opens(house.portal, { cookie, origin: house.portal }), 'the own one').toBe(true)
  await jonah.context.close()
})

test('[AC3] a supervisor reads along, is seen by both, and cannot write', async ({ browser, house }) => {
  const ruth = await atTheDesk(browser, house, 'Ruth')
  const mara = await atTheDesk(browser, house, 'Mara')
  await openClient(mara.page, 'Jonah')
  const jonah = await onThePhone(browser, house, 'Jonah')
  await openGoal(jonah.page, 'Sleep')
  await openClient(ruth.page, 'Jonah')
  await expect(ruth.page.getByText(/You are reading along and write nothing here/)).toBeVisible()
  await expect(ruth.page.getByRole('button', { name: 'New goal' })).toHaveCount(0)
  await expect(ruth.page.getByRole('button', { name: /Agree to this wording/ })).toHaveCount(0)
  await expect(ruth.page.getByRole('textbox', { name: /Statement/ })).toHaveCount(0)
  await expect(mara.page.getByText('Reading along, writing nothing')).toBeVisible()
  await expect(jonah.page.getByText(/Ruth.*reading along/)).toBeVisible()
  await expect(goalCard(ruth.page, 'Sleep')).toBeVisible()
  for (const visitor of [ruth, mara, jonah]) await visitor.context.close()
})

test('[AC3] an administrator sees no clinical content', async ({ browser, house }) => {
  const greeting = (await (await fetch(`${house.console}/api/clinic`)).json()) as {
    demo: { people: { name: string; relation: string }[] }
  }
  const name = greeting.demo.people.find((person) => person.relation === 'administrator')?.name ?? ''
  const admin = await atTheDesk(browser, house, name)
  await admin.page.goto(`${house.console}/clients`)
  await expect(admin.page.getByText('Administrators see no clinical content')).toBeVisible()
  const cases = await admin.page.request.get(`${house.console}/api/cases`)
  expect(await cases.json()).toEqual({ cases: [] })
  await admin.context.close()
})

test('[ID1] a wrong password and an unknown e-mail get one answer, in words', async ({ browser, house }) => {
  const visitor = await visit(browser, house.portal, { width: 390, height: 844 })
  const answers: string[] = []
  for (const email of ['jonah@alderhouse.example', 'nobody@alderhouse.example']) {
    await visitor.page.getByLabel('E-mail').fill(email)
    await visitor.page.getByLabel('Password', { exact: true }).fill('not the password')
    await visitor.page.getByRole('button', { name: 'Sign in', exact: true }).click()
    const alert = visitor.page.getByText(/don’t go together/)
    await expect(alert).toBeVisible()
    answers.push(await alert.innerText())
  }
  expect(new Set(answers).size).toBe(1)
  await visitor.context.close()
})

function opens(address: string, extraHeaders: Record<string, string>): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = io(address, {
      transports: ['websocket'],
      reconnection: false,
      extraHeaders,
      timeout: 5_000,
    })
    const answer = (open: boolean) => {
      socket.close()
      resolve(open)
    }
    socket.once('connect', () => answer(true))
    socket.once('connect_error', () => answer(false))
  })
}
