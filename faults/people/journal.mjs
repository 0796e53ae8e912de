import { closeSync, fdatasync, openSync, readFileSync, writeSync } from 'node:fs'

/** @import { Asked } from './asked.mjs' */

/**
 * What a tab did and was told, a line each. It is the witness against the server: `sent` is written before anything
 * is on the wire, `accepted` as soon as the server said so.
 *
 * @typedef {{ t: 'sent', client: string, op: number, key: number, at: number, asked: Asked }} Sent `key` names it within
 *   its tab for good; the number is the one that it was sent under this time
 * @typedef {{ t: 'accepted', client: string, op: number, seq: number, hash: string }} Accepted
 * @typedef {{ t: 'refused', client: string, op: number, key: number | null, code: string, final: boolean }} Refused
 * @typedef {{ t: 'seen', seq: number, hash: string }} Seen an entry, or the position of a plan, that was shown to somebody
 * @typedef {{ t: 'reset' }} Reset the server knew nothing of the history that was on screen
 * @typedef {{ t: 'barred', client: string }} Barred this person's part ended; what was unsent is theirs to copy
 * @typedef {{ t: 'broken' }} Broken the client machine could not take in what it was told
 * @typedef {Sent | Accepted | Refused | Seen | Reset | Barred | Broken} Note
 */

/** A file that is on the disk a moment after each line: written at once, synchronised one after the other. */
export class Journal {
  #file
  #handle
  #isDirty = false
  #isClosed = false
  /** @type {Promise<void> | null} */
  #syncing = null

  /** @param {string} file */
  constructor(file) {
    this.#file = file
    this.#handle = openSync(file, 'a', 0o600)
  }

  /** @param {Note} note */
  write(note) {
    if (this.#isClosed) return
    writeSync(this.#handle, `${JSON.stringify(note)}\n`)
    this.#isDirty = true
    this.#syncing ??= this.#sync()
  }

  /** @returns {Promise<readonly Note[]>} what stands on the disk */
  async close() {
    this.#isClosed = true
    await this.#syncing
    closeSync(this.#handle)
    const lines = readFileSync(this.#file, 'utf8').split('\n').filter(Boolean)
    return lines.map((line) => JSON.parse(line))
  }

  async #sync() {
    while (this.#isDirty) {
      this.#isDirty = false
      await new Promise((resolve) => fdatasync(this.#handle, () => resolve(undefined)))
    }
    this.#syncing = null
  }
}
