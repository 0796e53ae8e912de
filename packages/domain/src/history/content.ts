import { readFields, utf8 } from './bytes.js'
import type { EntryContent } from './entry.js'
import type { ReviewAct } from '../review/act.js'
import type { EntryRecord, Payload } from './payload.js'

/** JSON with its keys in order of code units, without white space: one form for one value. (HI2) */
export function canonicalJson(value: unknown): string {
  return jsonOf(value) ?? 'null'
}

/** Undefined for what JSON leaves out. Written here, since a replacer costs several times as much. */
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
