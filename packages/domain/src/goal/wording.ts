import { sha256 } from '@noble/hashes/sha2.js'
import { concat, field, toHex, utf8 } from '../history/bytes.js'
import type { GoalId } from '../ids.js'
import type { Step } from './step.js'

const TAG = utf8('accord/wording/1')
const STEP_TAG = utf8('accord/step-wording/1')

/**
 * The 25 code points with Unicode's property White_Space. JavaScript's `\s` lacks U+0085 and adds U+FEFF. (AG3)
 * Source: Unicode 16, PropList.txt.
 */
const WHITE_SPACE =
  '\\u0009-\\u000d\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'
const SPACES = new RegExp(`[${WHITE_SPACE}]+`, 'gu')

/** Words as they count for agreement: NFC, white space trimmed and collapsed to one space. (AG3) */
export function normaliseWording(words: string): string {
  return words.normalize('NFC').replace(SPACES, ' ').replace(/^ | $/g, '')
}

/** True when there is something to agree to. (AG4) */
export function hasWords(words: string): boolean {
  return normaliseWording(words) !== ''
}

/**
 * Names the exact wording of a goal's statement: SHA-256 over tag, goal id and normalised words. (AG3)
 * @returns 64 hexadecimal digits
 */
export function wordingHash(goal: GoalId, statement: string): string {
  return toHex(sha256(concat([TAG, field(utf8(goal)), field(utf8(normaliseWording(statement)))])))
}

/** Names the exact wording of a step: what, who and by when. Why it helps is no part of it. (AG10) */
export function stepWordingHash(goal: GoalId, step: Pick<Step, 'id' | 'text' | 'who' | 'due'>): string {
  const who = [...step.who].sort().join(' ')
  const fields = [goal, step.id, normaliseWording(step.text.text), who, step.due ?? '']
  return toHex(sha256(concat([STEP_TAG, ...fields.map((part) => field(utf8(part)))])))
}
