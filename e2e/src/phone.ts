import { chromium, expect, request, type BrowserContext, type Page } from '@playwright/test'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CHROMIUM_FLAGS, chromiumPath } from './chromium.js'
import type { House } from './house.js'

/** A phone with a browser profile on its disk, which outlives the browser. */
export interface Phone {
  /** Starts the browser; a second time it is the same phone switched on again. */
  on(): Promise<{ readonly page: Page; readonly context: BrowserContext }>
  /** The files of the profile that hold some words, whatever a browser encodes them in. */
  filesWith(words: string): readonly string[]
  throwAway(): Promise<void>
}

export function aPhone(): Phone {
  const profile = mkdtempSync(join(tmpdir(), 'accord-phone-'))
  let context: BrowserContext | null = null
  return {
    on: async () => {
      context = await chromium.launchPersistentContext(profile, {
        executablePath: await chromiumPath(),
        args: CHROMIUM_FLAGS,
        chromiumSandbox: false,
        viewport: { width: 390, height: 844 },
        reducedMotion: 'reduce',
      })
      return { context, page: context.pages()[0] ?? (await context.newPage()) }
    },
    filesWith: (words) => filesWith(profile, [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le')]),
    throwAway: async () => {
      await context?.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

function filesWith(folder: string, needles: readonly Buffer[]): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  return files.filter((file) => {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false
    const bytes = readFileSync(file)
    return needles.some((needle) => bytes.includes(needle))
  })
}

/** Comes in at the portal's door as somebody of the demo clinic, wherever they were going. */
export async function comeIn(page: Page, name: string): Promise<void> {
  const person = page.getByRole('button', { name: new RegExp(name) })
  const more = page.getByRole('button', { name: /more (person|people)/u })
  await expect(more).toBeVisible()
  if (!(await person.isVisible())) await more.click()
  await person.click()
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeHidden()
}

/** Waits until the browser has kept the whole app. */
export async function appIsKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
}

/** Waits until the phone keeps a copy of a plan that the server confirmed after a moment, in ms. */
export async function planIsKept(page: Page, since: number): Promise<void> {
  await expect
    .poll(() => page.evaluate(newestCopy), { message: 'a copy of the plan is kept' })
    .toBeGreaterThan(since)
}

/** When the newest plan of the phone's copy was confirmed, in ms; runs in the page. */
async function newestCopy(): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('accord-unsent')
    opening.onsuccess = () => {
      resolve(opening.result)
    }
    opening.onerror = () => {
      reject(new Error('no database'))
    }
  })
  const copies = await new Promise<{ readonly what: string; readonly at: number }[]>((resolve) => {
    const asked = database.transaction('copies').objectStore('copies').getAll()
    asked.onsuccess = () => {
      resolve(asked.result as { readonly what: string; readonly at: number }[])
    }
  })
  database.close()
  return Math.max(0, ...copies.filter(({ what }) => what !== 'goals').map(({ at }) => at))
}

/** Ends all that the phone is signed in with at the server; the phone itself is not told. */
export async function endSignIn(house: House, context: BrowserContext): Promise<void> {
  const cookies = await context.cookies(house.portal)
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const elsewhere = await request.newContext({
    baseURL: house.portal,
    extraHTTPHeaders: { cookie, origin: house.portal },
  })
  const answer = await elsewhere.post('/api/sign-out', { data: {} })
  expect(answer.ok()).toBe(true)
  await elsewhere.dispose()
}
