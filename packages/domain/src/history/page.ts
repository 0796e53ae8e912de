import { utf8 } from './bytes.js'

/**
 * A page that the fields of one hash are written on, one after the other. It is used again for the next hash, so that
 * checking a chain does not spend its time on making and joining small arrays. (HI3)
 */
interface Page {
  readonly bytes: Uint8Array
  readonly view: DataView
  at: number
}

const NULL_LENGTH = 0xffffffff
const UUID_LENGTH = 16
/** Of the usual way to write a UUID. */
const WRITTEN_LENGTH = 36
const USUAL = 8_192

const usual = blank(USUAL)
const encoder = new TextEncoder()

function blank(size: number): Page {
  const bytes = new Uint8Array(size)
  return { bytes, view: new DataView(bytes.buffer), at: 0 }
}

/** The page, empty; one of its own for bytes that it would not hold. What was written before is lost. */
export function pageFor(size: number): Page {
  if (size > USUAL) return blank(size)
  usual.at = 0
  return usual
}

/** What was written, until the page is used again. */
export function written({ bytes, at }: Page): Uint8Array {
  return bytes.subarray(0, at)
}

export function putBytes(page: Page, bytes: Uint8Array): void {
  page.bytes.set(bytes, page.at)
  page.at += bytes.length
}

export function putField(page: Page, bytes: Uint8Array): void {
  putU32(page, bytes.length)
  putBytes(page, bytes)
}

/** The UTF-8 of a text as a field; names of kinds and relations are plain letters, which need no encoder. */
export function putTextField(page: Page, text: string): void {
  const start = page.at
  putU32(page, text.length)
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 127) {
      page.at = start
      putField(page, utf8(text))
      return
    }
    page.bytes[page.at] = unit
    page.at += 1
  }
}

/** The UTF-8 of any text as a field, on a page that has room for three bytes a unit. */
export function putWordsField(page: Page, words: string): void {
  const start = page.at
  page.at += 4
  const { written: length } = encoder.encodeInto(words, page.bytes.subarray(page.at))
  page.view.setUint32(start, length)
  page.at += length
}

/** A number of 4 or 8 bytes as a field. Throws a RangeError on one that is not whole. */
export function putNumberField(page: Page, length: 4 | 8, value: number | null): void {
  if (value === null) {
    putU32(page, NULL_LENGTH)
    return
  }
  if (!Number.isInteger(value)) throw new RangeError('a number that is hashed is whole')
  putU32(page, length)
  if (length === 8) putU32(page, Math.floor(value / 0x1_0000_0000))
  putU32(page, value)
}

export function putUuidField(page: Page, uuid: string | null): void {
  if (uuid === null) {
    putU32(page, NULL_LENGTH)
    return
  }
  // What is no id is not cut to one: it has a hash of its own, which is nobody's.
  putU32(page, uuid.length === WRITTEN_LENGTH ? UUID_LENGTH : 0)
  page.at = writeUuid(page.bytes, page.at, uuid)
}

/**
 * Writes the 16 bytes of a UUID.
 * @returns where they end
 */
export function writeUuid(bytes: Uint8Array, start: number, uuid: string): number {
  let end = start
  let digits = 0
  let byte = 0
  for (let at = 0; at < uuid.length && digits < 2 * UUID_LENGTH; at++) {
    const unit = uuid.charCodeAt(at)
    if (unit === HYPHEN) continue
    byte = byte * 16 + (DIGITS[unit & 127] ?? 0)
    digits += 1
    if (digits % 2 === 0) {
      bytes[end] = byte
      end += 1
      byte = 0
    }
  }
  return end
}

const HYPHEN = 45
/** The value of each hexadecimal digit in lower case, at its code unit. */
const DIGITS = Uint8Array.from({ length: 128 }, (_, unit) =>
  Math.max(0, '0123456789abcdef'.indexOf(String.fromCharCode(unit))),
)

function putU32(page: Page, value: number): void {
  page.view.setUint32(page.at, value)
  page.at += 4
}
