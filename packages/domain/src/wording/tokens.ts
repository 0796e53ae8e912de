/** A word of a text: as it is compared, and where it stands in UTF-16 code units. */
export interface Token {
  readonly key: string
  readonly from: number
  readonly to: number
  readonly isCapital: boolean
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu
const HYPHENS = '\\-\u2010\u2011'
const APOSTROPHES = "'\u2019"
/** What may stand between two words of one expression. */
const BETWEEN = new RegExp(`^(?:\\s+|\\s?[${HYPHENS}]\\s?|[${APOSTROPHES}])$`, 'u')
const HYPHEN = new RegExp(`^[${HYPHENS}]$`, 'u')
/** A name's word, which one in capitals throughout need not be. */
const CAPITAL = /^\p{Lu}.*\p{Ll}/u

/** The words of a text. Letters of every script count, with their marks; upper case and composition do not. (WC3) */
export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    key: keyOf(word),
    from: index,
    to: index + word.length,
    isCapital: CAPITAL.test(word),
  }))
}

/** The words of an expression, as they are compared. */
export function keysOf(words: string): readonly string[] {
  return tokensOf(words).map(({ key }) => key)
}

/** True when two words stand so close that they can be of one expression. */
export function isJoined(text: string, before: Token, after: Token): boolean {
  return BETWEEN.test(text.slice(before.to, after.from))
}

/** True when two words are one, written with a hyphen: "psycho-education". */
export function isHyphenated(text: string, before: Token | undefined, after: Token | undefined): boolean {
  return before !== undefined && after !== undefined && HYPHEN.test(text.slice(before.to, after.from))
}

function keyOf(word: string): string {
  return word.normalize('NFC').toLocaleLowerCase('und')
}
