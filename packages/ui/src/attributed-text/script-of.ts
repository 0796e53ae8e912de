const FIRST_LETTER = /\p{L}/u
const ARABIC = /\p{Script=Arabic}/u

/** The script that a text begins in, where it is set otherwise than Latin; type and line height depend on it. */
export function scriptOf(text: string): 'arabic' | undefined {
  const letter = FIRST_LETTER.exec(text)?.[0]
  return letter !== undefined && ARABIC.test(letter) ? 'arabic' : undefined
}
