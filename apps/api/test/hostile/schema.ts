/** A schema of the domain, and what it is made of: enough of zod's own description to walk it. */
export interface Schema {
  safeParse(value: unknown): { readonly success: boolean }
  readonly _zod: { readonly def: Definition }
}

export type Definition =
  | { readonly type: 'object'; readonly shape: Readonly<Record<string, Schema>> }
  | { readonly type: 'array'; readonly element: Schema }
  | { readonly type: 'nullable' | 'optional' | 'default'; readonly innerType: Schema }
  | { readonly type: 'union'; readonly options: readonly Schema[] }
  | { readonly type: 'literal'; readonly values: readonly unknown[] }
  | { readonly type: 'enum'; readonly entries: Readonly<Record<string, unknown>> }
  | { readonly type: 'pipe'; readonly in: Schema }
  | { readonly type: 'string' | 'number' | 'boolean' | 'unknown' }

/** Values to try first where a key has this name. */
export type Hints = Readonly<Record<string, readonly unknown[]>>

const HEX = 'ab'.repeat(32)
const WORDS: readonly string[] = [
  'Words',
  '018f0000-0000-7000-8000-000000000001',
  '2026-11-06',
  HEX,
  'A'.repeat(43),
  'somebody@example.org',
  'en',
  '+46 70 123 45 67',
  'Europe/Stockholm',
  '09:00',
  '1',
  'Words of '.repeat(2).trim(),
]
const NUMBERS = [1, 0, 2, 30, 1_000]

/** Values that a schema accepts, one for each of the ways that a union offers. Throws where none was found. */
export function examplesOf(schema: Schema, hints: Hints = {}, key = ''): readonly unknown[] {
  const hinted = (hints[key] ?? []).filter((value) => schema.safeParse(value).success)
  if (hinted.length > 0) return hinted.slice(0, 1)
  const found = candidatesOf(schema, hints).filter((value) => schema.safeParse(value).success)
  if (found.length === 0) throw new Error(`no example was found for ${key || 'a message'}`)
  return schema._zod.def.type === 'union' || schema._zod.def.type === 'object' ? found : found.slice(0, 1)
}

function candidatesOf(schema: Schema, hints: Hints): readonly unknown[] {
  const { def } = schema._zod
  switch (def.type) {
    case 'string':
      return WORDS
    case 'number':
      return NUMBERS
    case 'boolean':
      return [true]
    case 'unknown':
      return [1]
    case 'literal':
      return def.values
    case 'enum':
      return Object.values(def.entries)
    case 'nullable':
    case 'optional':
    case 'default':
      return [...triedOf(def.innerType, hints), def.type === 'nullable' ? null : undefined]
    case 'pipe':
      return candidatesOf(def.in, hints)
    case 'union':
      return def.options.flatMap((option) => triedOf(option, hints))
    case 'array':
      return [1, 5, 2, 0].map((length) => filled(def.element, hints, length))
    case 'object':
      return objectsOf(def.shape, hints)
  }
}

function triedOf(schema: Schema, hints: Hints): readonly unknown[] {
  try {
    return examplesOf(schema, hints)
  } catch {
    return []
  }
}

function filled(element: Schema, hints: Hints, length: number): unknown[] {
  const examples = triedOf(element, hints)
  return Array.from({ length }, (_, at) => structuredClone(examples[at % examples.length]))
}

/** One object for each way that one of its parts can be; the other parts as they are first. */
function objectsOf(shape: Readonly<Record<string, Schema>>, hints: Hints): readonly unknown[] {
  const parts = Object.entries(shape).map(([key, part]) => [key, examplesOf(part, hints, key)] as const)
  const most = Math.max(1, ...parts.map(([, values]) => values.length))
  return Array.from({ length: most }, (_, at) => {
    const pairs = parts.map(([key, values]) => [key, structuredClone(values[at] ?? values[0])] as const)
    return Object.fromEntries(pairs.filter(([, value]) => value !== undefined))
  })
}
