import { ChangeSet } from '@codemirror/state'
import { refuse, type Refusal } from '../refusal.js'

/**
 * A change as it travels and is stored: a number keeps that many UTF-16 units, `[n]` removes n,
 * `[n, line, …]` replaces n by the lines. (LP5)
 */
export type ChangesJson = readonly (number | readonly [number, ...string[]])[]

const MOST_SECTIONS = 2_000
const MOST_UNITS = 10_000_000

/**
 * Reads a change that came from outside. Only the canonical form passes: what `ChangeSet.toJSON` would write.
 * The library's own reader accepts −1, NaN, 1.5 and a line break inside a line. (LP5)
 */
export function parseChanges(json: unknown): ChangeSet | Refusal {
  if (!Array.isArray(json) || json.length > MOST_SECTIONS)
    return refuse('bad-changes', 'not a list of sections')
  let keptBefore = false
  for (const section of json as unknown[]) {
    const kept = typeof section === 'number'
    if (kept ? keptBefore || !isLength(section) || section === 0 : !isReplacement(section)) {
      return refuse('bad-changes', 'a section is not canonical')
    }
    keptBefore = kept
  }
  return readCanonical(json as ChangesJson)
}

export function changesJson(changes: ChangeSet): ChangesJson {
  return changes.toJSON() as ChangesJson
}

/** Reads a change that is known to be canonical, as one from a verified history is. */
export function readChanges(json: ChangesJson): ChangeSet {
  return ChangeSet.fromJSON(json)
}

function readCanonical(json: ChangesJson): ChangeSet | Refusal {
  const changes = ChangeSet.fromJSON(json)
  if (changes.length > MOST_UNITS || changes.newLength > MOST_UNITS) return refuse('bad-changes', 'too long')
  const canonical = JSON.stringify(changes.toJSON()) === JSON.stringify(json)
  return canonical ? changes : refuse('bad-changes', 'not canonical')
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= MOST_UNITS
}

function isReplacement(value: unknown): boolean {
  if (!Array.isArray(value)) return false
  const [removed, ...lines] = value as unknown[]
  if (!isLength(removed) || (removed === 0 && lines.length === 0)) return false
  if (lines.length === 1 && lines[0] === '') return false
  return lines.every((line) => typeof line === 'string' && !/[\r\n]/.test(line))
}
