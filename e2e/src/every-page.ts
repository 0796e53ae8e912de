import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import { expectNoMarkup } from './tripwires.js'

const ROOT = new URL('../../', import.meta.url)
const source = (file: string) => readFileSync(fileURLToPath(new URL(file, ROOT)), 'utf8')

/** Every address that the console's own router knows, as patterns. */
export function consoleAddresses(): readonly string[] {
  const desk = matches(source('apps/web/src/features/administration/desk-room.tsx'), /<Route path="([^"]+)"/g)
  const rooms = matches(source('apps/web/src/app/router.tsx'), /path: '(\/[^']*)'/g)
  const all = [...rooms, ...desk.map((path) => `/administration/${path}`)].filter(
    (path) => !path.endsWith('*'),
  )
  return [...all.filter((path) => !isHandOver(path)), ...all.filter(isHandOver)]
}

/** Whoever opens it has handed the device over: no other page of the console opens after it. (SE13) */
const isHandOver = (path: string): boolean => path.endsWith('/together')

/** Nobody has to be signed in for what helps at once. (SA9) */
const isForAll = (path: string): boolean => path === '/help'

/** Every address that the portal's own router knows, as patterns. */
export function portalAddresses(): readonly string[] {
  const router = source('apps/client-portal/src/app/router.tsx')
  const fixed = matches(source('apps/client-portal/src/lib/paths.ts'), /: '(\/[^']*)',/g)
  return [...new Set([...fixed, ...matches(router, /'(\/[^']*)'/g)])].filter(
    (path) => path !== '/plans/:plan/goals',
  )
}

function matches(text: string, pattern: RegExp): readonly string[] {
  return Array.from(text.matchAll(pattern), ([, found = '']) => found)
}

/** A pattern with what stands in its place, as far as that is known. */
export function addressOf(pattern: string, ids: Readonly<Record<string, string>>): string {
  return pattern.replace(/:(\w+)/g, (name, key: string) => ids[key] ?? name)
}

/**
 * Goes to each address within the app, looks whether its page stands, and whether any payload became part of it.
 * @param account what the way to one's account, and out, is called: it has to be on each of them but on paper
 */
export async function walk(
  page: Page,
  addresses: readonly string[],
  account: RegExp | null = null,
): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible()
  for (const address of addresses) {
    await page.evaluate((to) => {
      history.pushState(null, '', to)
      dispatchEvent(new PopStateEvent('popstate'))
    }, address)
    await expect(page.getByRole('heading').first(), address).toBeVisible()
    await expect(page.locator('[aria-busy="true"]'), address).toHaveCount(0)
    await expectNoMarkup(page, address)
    // Whoever holds a device that was handed over signs nobody out: who comes back to it does. (SE13)
    if (account && !isHandOver(address) && !isForAll(address))
      await expect(page.getByRole('button', { name: account }), address).toBeVisible()
    if (!LEADS_ON.test(address)) await expect(page, address).toHaveURL((url) => url.pathname === address)
  }
}

/** Addresses that are no page themselves. */
const LEADS_ON = /^\/$|^\/(?:outbox|requests)$|^\/clients\/[^/]+$/
