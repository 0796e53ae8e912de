import { setTimeout as delay } from 'node:timers/promises'
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { recordFrames } from './frames.js'
import type { House } from './house.js'

/** Somebody of the demo clinic with a browser of their own. */
export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** What the page complained about: console errors and uncaught exceptions. */
  readonly complaints: readonly string[]
}

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }

/** Opens a browser of its own at the console, as a colleague of the demo clinic. */
export async function atTheDesk(browser: Browser, house: House, name: string): Promise<Visitor> {
  const visitor = await visit(browser, house.console, DESK)
  await visitor.page.getByRole('button', { name: new RegExp(name) }).click()
  const rooms = visitor.page.getByRole('navigation', { name: 'Main' })
  await expect(rooms.getByRole('link').nth(1)).toBeVisible()
  const clients = rooms.getByRole('link', { name: 'Clients' })
  // Whoever only administers has no clients, and stays at the front desk.
  if (!(await clients.isVisible())) return visitor
  await clients.click()
  await expect(visitor.page.getByRole('heading', { level: 1 })).toHaveText(/clients/i)
  return visitor
}

/** Opens a browser of its own at the portal, on a phone, as a client of the demo clinic. */
export async function onThePhone(browser: Browser, house: House, name: string): Promise<Visitor> {
  const visitor = await visit(browser, house.portal, PHONE)
  const person = visitor.page.getByRole('button', { name: new RegExp(name) })
  const more = visitor.page.getByRole('button', { name: /more (person|people)/u })
  await expect(more).toBeVisible()
  if (!(await person.isVisible())) await more.click()
  await person.click()
  await expect(visitor.page.getByRole('heading', { level: 1, name: /^Hello/ })).toBeVisible()
  await visitor.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Goals' }).click()
  await expect(visitor.page.getByRole('heading', { level: 1, name: 'Your goals' })).toBeVisible()
  return visitor
}

export async function visit(
  browser: Browser,
  address: string,
  viewport: { readonly width: number; readonly height: number },
): Promise<Visitor> {
  const context = await browser.newContext({ viewport })
  await arriveLate(context)
  const page = await context.newPage()
  recordFrames(page)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(address)
  return { page, context, complaints }
}

/** `ACCORD_LATE=ms`: each room's code comes late, so that a step which acts on the room before is seen. */
async function arriveLate(context: BrowserContext): Promise<void> {
  const late = Number(process.env['ACCORD_LATE'] ?? 0)
  if (late === 0) return
  await context.route(/\/assets\/.*\.js/, async (route) => {
    await delay(late)
    // A page that was closed meanwhile waits for nothing.
    await route.continue().catch(() => undefined)
  })
}

/** The practitioner opens a client's goals. */
export async function openClient(page: Page, name: string): Promise<void> {
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(name) })).toBeVisible()
}

/** The client opens one of their goals. */
export async function openGoal(page: Page, name: string): Promise<void> {
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(name) })).toBeVisible()
}
