import { writeUuid } from '@accord/domain/history/page'

/**
 * PostgreSQL's binary form of a list, which neither side has to write out as text and read again. A parameter that is a
 * Buffer is sent as it is. https://www.postgresql.org/docs/16/protocol-message-formats.html (Bind)
 */
export type ElementType = 'uuid' | 'bigint' | 'integer' | 'text' | 'bytea'

/** Object ids of the types, which are the same in every database. */
const TYPE: Readonly<Record<ElementType, number>> = {
  uuid: 2950,
  bigint: 20,
  integer: 23,
  text: 25,
  bytea: 17,
}

/** What an element is to who writes it: text for ids and words, numbers, bytes. */
export type Element = string | number | Uint8Array | null

const HEADER = 20
const LENGTH = 4
const NULL_LENGTH = -1

/** @param elements all of the type, or null */
export function binaryArray(type: ElementType, elements: readonly Element[]): Buffer {
  const bytes = Buffer.allocUnsafe(
    elements.reduce<number>((sum, one) => sum + LENGTH + sizeOf(type, one), HEADER),
  )
  let at = writeHeader(bytes, type, elements)
  for (const element of elements) {
    const length = element === null ? NULL_LENGTH : sizeOf(type, element)
    at = bytes.writeInt32BE(length, at)
    if (element !== null) put(type, element, bytes, at)
    at += Math.max(0, length)
  }
  return bytes
}

/** One dimension, whether there are nulls, the type, how many, and that they are counted from 1. */
function writeHeader(bytes: Buffer, type: ElementType, elements: readonly Element[]): number {
  bytes.writeInt32BE(1, 0)
  bytes.writeInt32BE(elements.includes(null) ? 1 : 0, 4)
  bytes.writeInt32BE(TYPE[type], 8)
  bytes.writeInt32BE(elements.length, 12)
  return bytes.writeInt32BE(1, 16)
}

function sizeOf(type: ElementType, element: Element): number {
  if (element === null) return 0
  switch (type) {
    case 'uuid':
      return 16
    case 'bigint':
      return 8
    case 'integer':
      return 4
    case 'text':
    case 'bytea':
      return typeof element === 'string' ? Buffer.byteLength(element) : (element as Uint8Array).length
  }
}

function put(type: ElementType, element: Exclude<Element, null>, bytes: Buffer, at: number): void {
  if (typeof element === 'number') {
    // Exact for safe integers, which reach to 2^53 − 1.
    if (type === 'bigint') at = bytes.writeInt32BE(Math.floor(element / 0x1_0000_0000), at)
    bytes.writeUInt32BE(element % 0x1_0000_0000, at)
  } else if (typeof element !== 'string') bytes.set(element, at)
  else if (type === 'uuid') writeUuid(bytes, at, element)
  else bytes.write(element, at)
}
