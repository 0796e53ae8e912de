import type { Config } from '../config/config.js'
import { startFailureOf } from '../start-failure-of.js'
import { BackupFailure } from './backup-failure.js'

/** Kinds of options that the commands take. */
export const OPTIONS = { file: { type: 'string' }, flag: { type: 'boolean' } } as const

/** The options as they were read, or null where there is one that the command does not know. */
export function readOptions<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Tells what went wrong in one sentence; it never holds a password. (BR12) */
export function tellFailure(error: unknown, config: Config): void {
  const { message } = error instanceof BackupFailure ? error : startFailureOf(error, config)
  process.stderr.write(`${message}\n`)
  if (process.env.ACCORD_DEBUG) console.error(error)
}
