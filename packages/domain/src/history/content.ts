import { readFields, utf8 } from './bytes.js'
import type { EntryContent } from './entry.js'
import type { ReviewAct } from '../review/act.js'
import type { EntryRecord, Payload } from './payload.js'

/** JSON with its keys in order of code units, without white space: one form for one value. (HI2) */
export function canonicalJson(value: unknown): string {
  return (isInOrder(value) ? JSON.stringify(value) : jsonOf(value)) ?? 'null'
}

/** True for plain data that the platform's own writer, many times as fast, writes in that order by itself. */
function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isInOrder)
  if (Object.getPrototypeOf(value) !== Object.prototype) return false
  let before = ''
  for (const key in value) {
    if (key < before || !isInOrder((value as Readonly<Record<string, unknown>>)[key])) return false
    before = key
  }
  return true
}

/** The same in any order. Undefined for what JSON leaves out. */
function jsonOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => jsonOf(item) ?? 'null').join(',')}]`
  const members: string[] = []
  for (const key of Object.keys(value).sort()) {
    const json = jsonOf((value as Readonly<Record<string, unknown>>)[key])
    if (json !== undefined) members.push(`${JSON.stringify(key)}:${json}`)
  }
  return `{${members.join(',')}}`
}

export function writeContent(
  salt: Uint8Array,
  payload: Payload | ReviewAct,
  record: EntryRecord,
): EntryContent {
  return { salt, payload: utf8(canonicalJson(payload)), record: utf8(canonicalJson(record)) }
}

/** Splits decrypted bytes into salt, payload and record. Throws a RangeError on other bytes. */
export function splitContent(bytes: Uint8Array): EntryContent {
  const [salt, payload, record, ...more] = readFields(bytes)
  if (!salt || !payload || !record || more.length > 0) throw new RangeError('content is not three fields')
  return { salt, payload, record }
}

/** Reads what an entry did and meant. Only for content whose digest was compared. */
export function readContent(content: EntryContent): {
  readonly payload: Payload
  readonly record: EntryRecord
} {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  return {
    payload: JSON.parse(decoder.decode(content.payload)) as Payload,
    record: JSON.parse(decoder.decode(content.record)) as EntryRecord,
  }
}
