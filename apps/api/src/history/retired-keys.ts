import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { keyDirectory, readWhole, syncDirectory, type WrappingKey } from './wrapping-key.js'

/** A wrapping key that another took over from; its fingerprint opens nothing. Time in ms. (KR7) */
const lineSchema = z.strictObject({
  number: z.int().positive(),
  fingerprint: z.string(),
  at: z.int().nonnegative(),
})

export function retiredKeyFile(dataDir: string): string {
  return path.join(keyDirectory(dataDir), 'retired.jsonl')
}

/** Writes down, before it is shredded, that a wrapping key was one of this house's. */
export function noteRetired(dataDir: string, { number, key }: WrappingKey, now: number): void {
  if (isRetired(dataDir, key)) return
  const line = { number, fingerprint: fingerprintOf(key), at: now }
  const handle = openSync(retiredKeyFile(dataDir), 'a', 0o600)
  try {
    // On a line of its own, whatever a process that died left there.
    writeSync(handle, `\n${JSON.stringify(line)}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  syncDirectory(keyDirectory(dataDir))
}

/** Whether a wrapping key, of a backup perhaps, was once this house's. (KR9) */
export function isRetired(dataDir: string, key: Buffer): boolean {
  const lines = readWhole(retiredKeyFile(dataDir))?.toString().split('\n') ?? []
  return lines.some((line) => fingerprintIn(line) === fingerprintOf(key))
}

function fingerprintIn(line: string): string | null {
  try {
    return lineSchema.parse(JSON.parse(line)).fingerprint
  } catch {
    return null
  }
}

function fingerprintOf(key: Buffer): string {
  return createHash('sha256').update('accord/wrapping-key/1').update(key).digest('hex')
}
