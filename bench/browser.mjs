import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'

/** Working flags for a Chromium without a sandbox of its own. */
const FLAGS = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A real Chromium: the one that ACCORD_CHROMIUM names, or the one in a registry package. */
export async function startBrowser() {
  return chromium.launch({ executablePath: await chromiumPath(), args: FLAGS, chromiumSandbox: false })
}

async function chromiumPath() {
  if (process.env.ACCORD_CHROMIUM) return process.env.ACCORD_CHROMIUM
  const folder = fileURLToPath(new URL('../node_modules/.cache/accord-chromium', import.meta.url))
  mkdirSync(folder, { recursive: true })
  // The package unpacks into the temporary folder, and takes whatever "chromium" already lies there.
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  const { default: packaged } = await import('@sparticuz/chromium')
  const path = await packaged.executablePath()
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  return path
}
