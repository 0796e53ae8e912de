import { randomFillSync } from 'node:crypto'

const store = Buffer.alloc(8_192)
let used = store.length

/** Random bytes that were never given before. Asked of the system for many at once: that costs more than encrypting. */
export function freshBytes(length: number): Buffer {
  if (used + length > store.length) {
    randomFillSync(store)
    used = 0
  }
  const bytes = Buffer.from(store.subarray(used, used + length))
  // What was given away is not kept here as well.
  store.fill(0, used, used + length)
  used += length
  return bytes
}
