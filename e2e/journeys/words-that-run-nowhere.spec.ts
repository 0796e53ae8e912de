import type { Browser, Page } from '@playwright/test'
import { asking } from '../src/asking.js'
import { addressOf, consoleAddresses, portalAddresses, walk } from '../src/every-page.js'
import { PAYLOADS } from '../src/payloads.js'
import { plantPayloads } from '../src/planting.js'
import { expect, test } from '../src/test.js'
import { expectNoMarkup, tripwires } from '../src/tripwires.js'

const AT_THE_DOOR = ['/sign-in', '/welcome', '/set-up']

test('[HD2] [A11] sixty payloads in every field are words on every page of both apps, in print and on paper; each page has a way to sign out; a password is masked and pasted', async ({
  browser,
  house,
}) => {
  test.setTimeout(120_000)
  expect(PAYLOADS).toHaveLength(60)
  const people = {
    practitioner: await asking(browser, house.console, 'mara'),
    supervisor: await asking(browser, house.console, 'ruth'),
    administrator: await asking(browser, house.console, 'beth'),
    client: await asking(browser, house.portal, 'samuel'),
    colleague: await asking(browser, house.console, 'hanna'),
  }
  const planted = await plantPayloads(people)
  const ids = { ...planted, session: planted.held, person: planted.client, goal: planted.goal }
  const isDesk = (path: string) => path.startsWith('/administration/')
  const isSupervisors = (path: string) => path.startsWith('/reviews')
  const isOpeners = (path: string) => path === '/emergency/:access'
  const rooms = consoleAddresses().filter((path) => !AT_THE_DOOR.includes(path))
  const walks = [
    ['practitioner', rooms.filter((path) => !isDesk(path) && !isSupervisors(path) && !isOpeners(path))],
    ['supervisor', rooms.filter(isSupervisors)],
    ['administrator', rooms.filter(isDesk)],
    ['colleague', rooms.filter(isOpeners)],
    ['client', portalAddresses().filter((path) => !AT_THE_DOOR.includes(path))],
  ] as const
  for (const [who, paths] of walks) {
    const { context, origin } = people[who]
    const { tripped } = await tripwires(context)
    const page = await context.newPage()
    const account = who === 'client' ? /^You, / : /^Account of /
    await page.goto(origin)
    const addresses = paths.map((path) =>
      addressOf(path, path.includes('draft') ? { ...ids, goal: planted.draft } : ids),
    )
    expect(addresses.filter((address) => address.includes(':'))).toEqual([])
    await page.emulateMedia({ media: 'print' })
    const inPrint =
      who === 'client'
        ? `/plans/${planted.plan}/how`
        : addresses.find((one) => /goals|people|reviews/.test(one))
    await walk(page, [inPrint ?? '/'])
    expect(dangersIn(await page.pdf())).toEqual([])
    await page.emulateMedia({ media: 'screen' })
    await walk(page, addresses, account)
    expect(tripped, who).toEqual([])
  }
  const report = `${house.console}/api/cases/${planted.caseId}/review/report`
  const paper = await people.supervisor.context.request.get(report)
  expect([paper.status(), dangersIn(await paper.body())]).toEqual([200, []])
  await atTheDoors(browser, [house.console, house.portal])
  for (const { context } of Object.values(people)) await context.close()
})

/** What a reader of PDFs would do by itself, or an address that a payload made. */
function dangersIn(pdf: Buffer): readonly string[] {
  const outside = pdf.toString('latin1').replace(/stream\r?\n[\s\S]*?endstream/gu, '')
  const dangers =
    /\/(JS|JavaScript|Launch|AA|OpenAction|EmbeddedFile|GoToR|SubmitForm)\b|javascript:|zz\.example/giu
  return outside.match(dangers) ?? []
}

/** The pages that nobody needs to sign in for, each loaded anew. */
async function atTheDoors(browser: Browser, origins: readonly string[]): Promise<void> {
  const context = await browser.newContext()
  const { tripped } = await tripwires(context)
  const page = await context.newPage()
  for (const address of origins.flatMap((origin) => AT_THE_DOOR.map((door) => `${origin}${door}`))) {
    await page.goto(address)
    await expect(page.getByRole('heading').first(), address).toBeVisible()
    await expectNoMarkup(page, address)
    if (address.endsWith('/sign-in')) await expectMaskedPassword(page)
  }
  expect(tripped, 'at the doors').toEqual([])
  await context.close()
}

/** Masked, filled in by a manager that knows it, and pasted into by whoever keeps it elsewhere. */
async function expectMaskedPassword(page: Page): Promise<void> {
  const password = page
    .getByRole('textbox', { name: 'Password' })
    .or(page.getByLabel('Password', { exact: true }))
    .first()
  await expect(password).toHaveAttribute('type', 'password')
  await expect(password).toHaveAttribute('autocomplete', 'current-password')
  const mayPaste = await password.evaluate((field) =>
    field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true })),
  )
  expect(mayPaste).toBe(true)
}
