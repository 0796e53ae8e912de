import type { WordingGuide, WordingReason, WordingRule, WordingSource } from './rule.js'

type Row = readonly [words: readonly string[], instead: readonly string[], guide?: WordingGuide]

/** Rules for expressions that share a reason and a source. */
export function phrases(
  why: WordingReason,
  source: WordingSource,
  rows: readonly Row[],
): readonly WordingRule[] {
  return rows.flatMap(([words, instead, guide = null]) =>
    words.map((one) => ({ id: idOf(one), words: one, instead, guide, why, source, isAlone: false })),
  )
}

interface PersonWord {
  readonly one: string
  readonly many: string
  /** What follows "person" or "people". */
  readonly tail: string
  readonly source: WordingSource
}

/** A word that makes a person their condition, alone and with an article, in the singular and the plural. */
export function personWord({ one, many, tail, source }: PersonWord): readonly WordingRule[] {
  const article = /^[aeiou]/.test(one) ? 'an' : 'a'
  const forms: readonly (readonly [string, string])[] = [
    [`${article} ${one}`, `a person ${tail}`],
    [`the ${one}`, `the person ${tail}`],
    [many, `people ${tail}`],
  ]
  return forms.map(([words, instead]) => ({
    id: idOf(words),
    words,
    instead: [instead],
    guide: null,
    why: 'person-first',
    source,
    isAlone: true,
  }))
}

function idOf(words: string): string {
  return `en.${words.toLowerCase().replaceAll(' ', '-')}`
}
