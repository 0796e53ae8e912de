/** How hard a password is to guess, from a sequence that everybody tries to one that nobody finds. */
export type Strength = 'guessable' | 'fair' | 'good' | 'strong'

/** Bits of surprise from which each word holds; an online guesser is throttled long before. (ID5) */
const LEVELS: readonly (readonly [bits: number, strength: Strength])[] = [
  [75, 'strong'],
  [55, 'good'],
  [40, 'fair'],
]

const RUNS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/**
 * A rough estimate in words. Length counts, variety counts a little, and what repeats, runs along the alphabet
 * or the keyboard, or is one's own name or address, counts for nothing. No kind of character is asked for.
 */
export function strengthOf(password: string, known: readonly string[] = []): Strength {
  const surprising = surprisingCharacters(withoutKnown(password, known))
  const bits = surprising * Math.log2(alphabetOf(password))
  return LEVELS.find(([least]) => bits >= least)?.[1] ?? 'guessable'
}

function withoutKnown(password: string, known: readonly string[]): string {
  const parts = [...known, 'password', 'passwort', 'accord', 'welcome', 'letmein']
    .flatMap((words) => words.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((part) => part.length > 2)
  return parts.reduce((rest, part) => rest.replaceAll(part, ''), password.toLowerCase())
}

/** Characters that don't just go on from the one before them. */
function surprisingCharacters(text: string): number {
  const characters = Array.from(text)
  const goesOn = (at: number): boolean => {
    const pair = `${characters[at - 1] ?? ''}${characters[at] ?? ''}`
    return (
      characters[at - 1] === characters[at] ||
      RUNS.some((run) => run.includes(pair) || Array.from(run).reverse().join('').includes(pair))
    )
  }
  const seen = new Set(characters).size
  const fresh = characters.filter((_, at) => at === 0 || !goesOn(at)).length
  return Math.min(fresh, seen * 2)
}

function alphabetOf(password: string): number {
  const sizes: readonly (readonly [RegExp, number])[] = [
    [/\p{Ll}|\p{Lo}/u, 18],
    [/\p{Lu}/u, 10],
    [/\p{N}/u, 8],
    [/[^\p{L}\p{N}]/u, 10],
  ]
  return sizes.reduce((sum, [kind, size]) => sum + (kind.test(password) ? size : 0), 2)
}
