/**
 * What a client says about how they like things, each in words of their own: what to be called, languages, an
 * interpreter, the room, touch, scent, and words that they would rather not hear. (CL18)
 */
export const COMFORT_FIELDS = [
  'callMe',
  'languages',
  'interpreter',
  'temperature',
  'light',
  'sound',
  'touch',
  'scent',
  'wordsToAvoid',
] as const

export type ComfortField = (typeof COMFORT_FIELDS)[number]

/** Null where nothing was said. */
export type ComfortWords = Readonly<Record<ComfortField, string | null>>

/** In UTF-16 code units, as fields count them. (CL19) */
export const LONGEST_COMFORT = 500

export const NO_COMFORT_WORDS: ComfortWords = {
  callMe: null,
  languages: null,
  interpreter: null,
  temperature: null,
  light: null,
  sound: null,
  touch: null,
  scent: null,
  wordsToAvoid: null,
}

/** True when nothing was ever said, or all of it taken back. */
export function isUnsaid(words: ComfortWords): boolean {
  return COMFORT_FIELDS.every((field) => words[field] === null)
}

export type ComfortTrouble = 'too-long' | 'bad-character'

/** Why words cannot be kept as they are; null when they can. (CL19) */
export function comfortTrouble(words: string): ComfortTrouble | null {
  if (words.trim().length > LONGEST_COMFORT) return 'too-long'
  return /^[\P{Cc}\n]*$/u.test(words.trim()) ? null : 'bad-character'
}
