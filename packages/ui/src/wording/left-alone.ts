import type { WordingHint } from '@accord/domain/wording/wording-hints'

const KEY = 'accord.wording-left'
const MOST_KEPT = 400
let marks: readonly string[] | null = null

/** Whose text it is, and which. */
export interface TextOfSomebody {
  readonly person: string
  readonly text: string
}

/** True when its writer said to leave it, for this word in this text. (WC7) */
export function isLeft(of: TextOfSomebody, hint: WordingHint): boolean {
  return kept().includes(markOf(of, hint))
}

/** Leaves it: on this device, and as a hash, since even a single word says something about somebody. */
export function leave(of: TextOfSomebody, hint: WordingHint): void {
  marks = [markOf(of, hint), ...kept()].slice(0, MOST_KEPT)
  try {
    localStorage.setItem(KEY, marks.join(' '))
  } catch {
    // Storage is full or forbidden: it holds until the page is left.
  }
}

function kept(): readonly string[] {
  if (marks !== null) return marks
  try {
    marks = localStorage.getItem(KEY)?.split(' ') ?? []
  } catch {
    marks = []
  }
  return marks
}

function markOf({ person, text }: TextOfSomebody, { rule }: WordingHint): string {
  return hashOf(`${person} ${text} ${rule.id}`)
}

/** 53 bits of a string (cyrb53, public domain): two marks in a text of ordinary length do not meet. */
function hashOf(words: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (const unit of words) {
    const code = unit.codePointAt(0) ?? 0
    a = Math.imul(a ^ code, 2_654_435_761)
    b = Math.imul(b ^ code, 1_597_334_677)
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909)
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909)
  return (4_294_967_296 * (2_097_151 & b) + (a >>> 0)).toString(36)
}
