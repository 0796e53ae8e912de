import { TEXT_FIELDS, type TextField } from '../goal/field.js'
import { isUuid, isUuidV7 } from '../ids.js'
import type { TextMessage } from './wire.js'

/** The keys of a message that changes a text of a goal and undoes nothing. */
const KEYS = 7
const MOST_SECTIONS = 2_000
const FIELDS: readonly unknown[] = TEXT_FIELDS

/**
 * True for the usual text message, of which there is one for every stroke of a key. It is true of nothing that the
 * schema would refuse, and where it is false the schema is asked. (LP2)
 */
export function isUsualText(body: unknown): body is TextMessage {
  if (typeof body !== 'object' || body === null || countKeys(body) !== KEYS) return false
  const { plan, clientId, op, base, goal, field, changes } = body as Readonly<Record<string, unknown>>
  return (
    isId(plan) &&
    typeof clientId === 'string' &&
    isUuidV7(clientId) &&
    isCount(op) &&
    op > 0 &&
    isCount(base) &&
    isId(goal) &&
    isField(field) &&
    Array.isArray(changes) &&
    changes.length <= MOST_SECTIONS
  )
}

function countKeys(body: object): number {
  let count = 0
  for (const key in body) if (Object.hasOwn(body, key)) count += 1
  return count
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && isUuid(value)
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function isField(value: unknown): value is TextField {
  return FIELDS.includes(value)
}
