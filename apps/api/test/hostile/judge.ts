import type { Schema } from './schema.js'

/** `refuse`: nothing may come of it. `may`: it is a message like another, for the domain to decide. */
export type Verdict = 'refuse' | 'may'

/** Half a surrogate pair, or a control character other than tab and line breaks. */
const BROKEN = /\p{Cs}|(?![\t\n\r\u0085])\p{Cc}/u

/**
 * Says what must become of a text that was sent to a schema, by a walk of its own: the schema's word alone would be
 * the product judging itself.
 */
export function verdictOf(schema: Schema, text: string): Verdict {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'refuse'
  }
  if (!endsWithin(value, 20) || !fits(schema, value) || !schema.safeParse(value).success) return 'refuse'
  return isBroken(value) ? 'refuse' : 'may'
}

/** Whether a value has no key that its schema doesn't name, and nothing of another kind than it says. */
function fits(schema: Schema, value: unknown): boolean {
  const { def } = schema._zod
  switch (def.type) {
    case 'object':
      return isPlain(value) && Reflect.ownKeys(value).every((key) => fitsKey(def.shape, key, value))
    case 'array':
      return Array.isArray(value) && value.every((item) => fits(def.element, item))
    case 'nullable':
      return value === null || fits(def.innerType, value)
    case 'optional':
    case 'default':
      return fits(def.innerType, value)
    case 'union':
      return def.options.some((option) => fits(option, value))
    case 'literal':
      return def.values.includes(value)
    case 'enum':
      return Object.values(def.entries).includes(value)
    case 'pipe':
      return fits(def.in, value)
    case 'string':
    case 'boolean':
      return typeof value === def.type
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'unknown':
      return true
  }
}

function fitsKey(shape: Readonly<Record<string, Schema>>, key: string | symbol, value: object): boolean {
  if (typeof key !== 'string' || !Object.hasOwn(shape, key)) return false
  const part = shape[key]
  return part !== undefined && fits(part, (value as Record<string, unknown>)[key])
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function endsWithin(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return depth > 0 && Object.values(value).every((part) => endsWithin(part, depth - 1))
}

function isBroken(value: unknown): boolean {
  if (typeof value === 'string') return BROKEN.test(value)
  return typeof value === 'object' && value !== null && Object.values(value).some(isBroken)
}

/** What an answer must never show: a stack, a path of the server, a piece of SQL or of PostgreSQL. */
const LEAKS: readonly RegExp[] = [
  /\n\s+at |\bat [\w.<>]+ \(/,
  /node_modules|\.(?:js|ts|mjs):\d|\/(?:usr|root|home|work|tmp|var)\//,
  /\b(?:SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM)\b|syntax error at|relation "|column "|pg_|SQLSTATE/,
  /(?:Type|Range|Reference|Syntax|QueryFailed|Uri)Error|Cannot (?:GET|POST|PUT|read)|Unexpected token/i,
]

export function leaksOf(text: string): readonly string[] {
  return LEAKS.filter((leak) => leak.test(text)).map(String)
}
