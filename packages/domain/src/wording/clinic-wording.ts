import type { WordingRule } from './rule.js'
import { keysOf } from './tokens.js'

/** What a clinic decided about a word: that it would rather see others, or that the word is fine here. (WC6) */
export interface ClinicWord {
  readonly act: 'add' | 'leave'
  /** A tag after BCP 47, such as `en`. */
  readonly language: string
  readonly words: string
  /** Only of a word that was added; empty when nothing could simply be put in its place. */
  readonly instead: string
  readonly reason: string
}

/** The clinic's rules in a language, and the words that it leaves alone. The last decision about a word counts. */
export function clinicRules(
  decisions: readonly ClinicWord[],
  language: string,
): { readonly rules: readonly WordingRule[]; readonly left: ReadonlySet<string> } {
  const last = new Map<string, ClinicWord>()
  for (const one of decisions) if (one.language === language) last.set(keysOf(one.words).join(' '), one)
  const standing = [...last].filter(([key]) => key !== '')
  return {
    rules: standing.flatMap(([key, { act, instead }]) =>
      act === 'leave' ? [] : [ruleOf(language, key, instead.trim())],
    ),
    left: new Set(standing.flatMap(([key, { act }]) => (act === 'leave' ? [key] : []))),
  }
}

function ruleOf(language: string, words: string, instead: string): WordingRule {
  return {
    id: `${language}.clinic.${words}`,
    words,
    instead: instead === '' ? [] : [instead],
    guide: null,
    why: 'clinic',
    source: 'clinic',
    isAlone: false,
  }
}
