import { messages } from './messages.mjs'

/** A failure that a person can act on: its message is one sentence of the catalogue and is shown without a stack. [HO2] */
export class PlainFailure extends Error {
  /** @param {string} sentence */
  constructor(sentence) {
    super(sentence)
    this.name = 'PlainFailure'
  }
}

/**
 * The one sentence for whatever was thrown. A full disk and a forbidden directory can surface in any call, so
 * they are recognised here and not at each of them.
 *
 * @param {unknown} thrown
 * @returns {string}
 */
export function sentenceFor(thrown) {
  if (thrown instanceof PlainFailure) return thrown.message
  const { code, path, message } = /** @type {NodeJS.ErrnoException} */ (thrown)
  if (code === 'ENOSPC') return messages.diskFull(path ?? 'the data directory')
  if ((code === 'EACCES' || code === 'EPERM' || code === 'EROFS') && path) return messages.notWritable(path)
  return messages.unexpected(message ?? String(thrown))
}

/**
 * Runs a command's body and turns what it throws into one sentence on stderr and exit code 1. [HO2]
 *
 * @param {() => Promise<number | void>} body answers the exit code, 0 when it answers nothing
 */
export async function runCommand(body) {
  try {
    process.exitCode = (await body()) ?? 0
  } catch (thrown) {
    console.error(sentenceFor(thrown))
    if (!(thrown instanceof PlainFailure) && process.env.ACCORD_DEBUG) console.error(thrown)
    process.exitCode = 1
  }
}
