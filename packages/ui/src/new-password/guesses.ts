import type { Strength } from './strength.js'

/** How soon a password is guessed by somebody who has lists of what people choose. */
export type Guesses = (password: string, known: readonly string[]) => Strength

const STRENGTHS: readonly Strength[] = ['guessable', 'guessable', 'fair', 'good', 'strong']

/** The lists are large, so they come when somebody begins to type and not with a page. */
export async function loadGuesses(): Promise<Guesses> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  const lists = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  return (password, known) => STRENGTHS[lists.check(password, partsOf(known)).score] ?? 'guessable'
}

/** Names and addresses as they are, and each of their parts. */
function partsOf(known: readonly string[]): string[] {
  const parts = known.flatMap((words) => words.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  return [...known, ...parts].filter((part) => part.length > 2)
}
