import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Working flags for a Chromium without a sandbox of its own; the package's default ones switch web security off. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Where Chromium is: the one in a registry package, unpacked once into a folder of this project's own, or the one
 * that ACCORD_CHROMIUM names.
 */
export async function chromiumPath(): Promise<string> {
  if (process.env.ACCORD_CHROMIUM) return process.env.ACCORD_CHROMIUM
  const folder = fileURLToPath(new URL('../../node_modules/.cache/accord-chromium', import.meta.url))
  mkdirSync(folder, { recursive: true })
  // The package unpacks into the temporary folder, and takes whatever "chromium" already lies there.
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  const { default: chromium } = await import('@sparticuz/chromium')
  const path = await chromium.executablePath()
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  return path
}
