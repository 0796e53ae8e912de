import type { BrowserContext, Page } from '@playwright/test'
import { asking } from '../src/asking.js'
import { plantWords, type Box } from '../src/one-word-each.js'
import { expect, test } from '../src/test.js'
import { boxesFor, readersIn } from '../src/what-each-gets.js'

const NAMES = ['ellis', 'petra', 'jonah', 'mara', 'ruth', 'hanna', 'beth'] as const
type Name = (typeof NAMES)[number]
const AT_THE_PORTAL: readonly Name[] = ['ellis', 'petra', 'jonah']

test('[AC16] [AD9] who can read it, said beside a box, is who gets it', async ({ browser, house }) => {
  test.setTimeout(120_000)
  const signIn = (name: Name) =>
    asking(browser, AT_THE_PORTAL.includes(name) ? house.portal : house.console, name)
  const signedIn = await Promise.all(NAMES.map(async (name) => [name, await signIn(name)] as const))
  const people = Object.fromEntries(signedIn) as Record<Name, (typeof signedIn)[number][1]>
  const { ellis, mara, ruth } = people
  const planted = await plantWords({ client: ellis, practitioner: mara, supervisor: ruth })
  const { caseId, session, goal, ids, words } = planted

  const phone = await pageAt(ellis.context, `${house.portal}/you/record`)
  await phone
    .getByRole('button', { name: /^Ask .*Ruth/ })
    .first()
    .click()
  const asked = phone.getByRole('dialog')
  const toldOfAsking = (await asked.getByText(/can read both\./).textContent()) ?? ''
  await asked.getByRole('textbox').fill(words['question about a look'])
  await asked.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(asked).toHaveCount(0)

  const gets = new Map(
    await Promise.all(NAMES.map(async (name) => [name, await boxesFor(people[name], planted)] as const)),
  )
  const readersOf = (box: Box) => NAMES.filter((name) => gets.get(name)?.has(box))
  expect([...(gets.get('jonah') ?? []), ...(gets.get('hanna') ?? [])]).toEqual([])
  // Who runs the office reads what is asked of it, and nothing else. (DR15)
  expect([...(gets.get('beth') ?? [])]).toEqual(['data request'])
  expect(readersOf('data request')).toEqual(['ellis', 'beth'])
  expect(readersOf('reply to a note')).toEqual(readersOf('note that is shown'))
  expect(readersOf('note that is shown')).toEqual(['ellis', 'mara', 'ruth'])

  /** Compares what is said beside a box, its writer counted in, with what each of them gets. */
  const expectTrue = async (box: Box, writer: Name, page: Page, sentence: RegExp) => {
    const text = await page.getByText(sentence).first().textContent()
    const said = new Set<Name>([writer, ...readersIn(text ?? '', NAMES)])
    expect([...said].sort(), `${box}: ${text ?? ''}`).toEqual([...readersOf(box)].sort())
  }

  expect(new Set<Name>(['ellis', ...readersIn(toldOfAsking, NAMES)])).toEqual(
    new Set(readersOf('question about a look')),
  )
  await phone.goto(`${house.portal}/plans/${ids.plan?.[0] ?? ''}/goals/${goal}`)
  await expectTrue('goal', 'ellis', phone, /can read this\. Every change/)
  await phone.goto(`${house.portal}/sessions/${await nextSession()}`)
  await expectTrue('client’s agenda', 'ellis', phone, /can read this\. You can bring/)
  await phone.goto(`${house.portal}/you/comfort`)
  await expectTrue('comfort', 'ellis', phone, /^You, .*Ruth/)
  await expectTrue('comfort', 'ellis', phone, /can read it before you meet/)
  await phone.goto(`${house.portal}/you/record/items`)
  await phone
    .getByRole('button', { name: /^Something is not right: Check-in/ })
    .first()
    .click()
  await expectTrue('addendum to that check-in', 'ellis', phone, /can read this: everybody who reads/)
  const desk = await pageAt(mara.context, house.console)
  await desk.goto(`${house.console}/sessions/${session}/note`)
  expect(readersOf('note that is unsigned')).toEqual(['mara'])
  await expect(
    desk.getByText(/^Only you read this until you sign it\. Then Ruth can, and Ellis too/),
  ).toBeVisible()
  const own = desk.getByRole('region', { name: 'Process note' })
  await own.getByRole('button', { name: 'Open your process note' }).click()
  await expect(own.getByRole('textbox')).toHaveValue(words['process note'])
  await expectTrue('process note', 'mara', desk, /^Only you can read this\. It is not part of the record/)
  await desk.goto(`${house.console}/clients/${caseId}/safety`)
  await expectTrue('safety plan', 'mara', desk, /^Read by /)
  await desk.goto(`${house.console}/clients/${caseId}/profile`)
  await expectTrue('what gets in the way', 'mara', desk, /^Read by .*Nobody changes it afterwards/)

  const review = await pageAt(ruth.context, house.console)
  await review.goto(`${house.console}/reviews/${caseId}`)
  await expectTrue('comment for the practitioner', 'ruth', review, /will see this\. .*won’t/)
  await review.getByRole('radio', { name: /^Safe for/ }).click()
  await expectTrue('comment for the client', 'ruth', review, /will see this\.$/)
  await review.goto(`${house.console}/clients/${caseId}/alliance`)
  await review.getByRole('button', { name: /^Ellis says that something in another of these/ }).click()
  const said = review.getByRole('dialog', { name: /^How working together feels/ })
  await expect(said.getByText(words['addendum to that check-in'])).toBeVisible()

  for (const box of ['draft', 'private draft', 'reflection', 'process note'] as const)
    expect(readersOf(box), box).toHaveLength(1)
  expect(readersOf('check-in for the supervisor')).toEqual(['ellis', 'ruth'])
  expect(readersOf('repair')).toEqual(['mara', 'ruth'])
  expect(readersOf('supervision agenda')).toEqual(['mara', 'ruth'])
  expect(Object.keys(words)).toHaveLength(21)
  for (const { context } of Object.values(people)) await context.close()

  async function nextSession(): Promise<string> {
    const at = { kind: 'work', place: 'room', scheduledFor: Date.now() + 86_400_000, minutes: 50 }
    const next = await mara.send<{ session: string }>(`cases/${caseId}/sessions`, at)
    return next.session
  }
})

async function pageAt(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address)
  return page
}
