/** Writes byte strings of the history's formats: big-endian numbers, each field after its length. (HI3) */

const encoder = new TextEncoder()
const NULL_LENGTH = 0xffffffff

export function utf8(text: string): Uint8Array {
  return encoder.encode(text)
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export function u32(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

/** 8 bytes; exact for safe integers, which reach to 2^53 − 1. */
export function u64(value: number): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value))
  return bytes
}

/** The 16 bytes of a UUID. */
export function uuidBytes(uuid: string): Uint8Array {
  return fromHex(uuid.replaceAll('-', ''))
}

/** A field after its length in 4 bytes. Null has the length 2^32 − 1 and nothing after it, so it differs from empty. */
export function field(bytes: Uint8Array | null): Uint8Array {
  return bytes === null ? u32(NULL_LENGTH) : concat([u32(bytes.length), bytes])
}

/** Reads fields written by {@link field} until the end. Throws on bytes that are not whole fields. */
export function readFields(bytes: Uint8Array): readonly Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const fields: Uint8Array[] = []
  let at = 0
  while (at < bytes.length) {
    const length = view.getUint32(at)
    if (length === NULL_LENGTH || at + 4 + length > bytes.length) throw new RangeError('a field is cut short')
    fields.push(bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return fields
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export function toHex(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += HEX[byte] ?? ''
  return hex
}

export function fromHex(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2)
  for (let at = 0; at < bytes.length; at++) {
    bytes[at] = hexDigit(hex.charCodeAt(at * 2)) * 16 + hexDigit(hex.charCodeAt(at * 2 + 1))
  }
  return bytes
}

/** The value of a hexadecimal digit, given as its code unit; NaN, which is stored as 0, for anything else. */
function hexDigit(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48
  const letter = unit | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : Number.NaN
}

/** Not `every`: a call for each byte is what checking a chain would spend its time on. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}
