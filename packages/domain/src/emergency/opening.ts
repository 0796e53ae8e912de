/** What can be opened of a record in an emergency: each by itself, and nothing else. (EM4) */
export const EMERGENCY_PARTS = ['safety', 'note', 'goals'] as const
export type EmergencyPart = (typeof EMERGENCY_PARTS)[number]

/** Why somebody breaks the glass, beside their own words [HL7 v3 ActReason: purpose of use BTG]. (EM4) */
export const EMERGENCY_REASONS = ['risk-to-self', 'risk-to-others', 'medical', 'cannot-be-reached'] as const
export type EmergencyReason = (typeof EMERGENCY_REASONS)[number]

/** What a review says of it. (EM12) */
export const REVIEW_OUTCOMES = ['in-order', 'not-in-order'] as const
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number]

/** In UTF-16 code units. */
export const LONGEST_EMERGENCY_WORDS = 1_000
const FEWEST_WORDS = 3
const FEWEST_CHARACTERS = 12

/** Whether somebody said why, rather than filled in a box. (EM4) */
export function isReason(text: string): boolean {
  const words = text.trim().split(/\s+/u)
  return words.length >= FEWEST_WORDS && text.trim().length >= FEWEST_CHARACTERS
}

/** The same name as people write it: case, accents and spaces make no difference, and nothing is left out. (EM1) */
export function isSameName(one: string, other: string): boolean {
  const [a, b] = [folded(one), folded(other)]
  return a !== '' && a === b
}

function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
}

/** Whether what stands open holds everything that is wanted: then it goes on, and nothing new is opened. (EM5) */
export function covers(open: readonly EmergencyPart[], wanted: readonly EmergencyPart[]): boolean {
  return wanted.every((part) => open.includes(part))
}
