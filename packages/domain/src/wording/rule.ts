/** Where a suggestion comes from; the catalogue names it, the address is only shown. (WC2) */
export const WORDING_SOURCES = {
  nida: 'nida.nih.gov',
  ondcp: 'shatterproof.org',
  pediatrics: 'PMC9386168',
  camh: 'camh.ca',
  association: 'adasoutheast.org, community.utexas.edu',
  apa: 'apastyle.apa.org',
  jgim: 'PMC9360372',
} as const
export type WordingSource = keyof typeof WORDING_SOURCES | 'clinic'

/** What such words do to whoever reads them about themselves. (WC2) */
export const WORDING_REASONS = [
  'person-first',
  'substance',
  'test',
  'suicide',
  'pity',
  'slight',
  'credibility',
  'difficult',
  'authority',
  'failure',
] as const
export type WordingReason = (typeof WORDING_REASONS)[number] | 'clinic'

/** What helps where no other words can simply be put in. */
export const WORDING_GUIDES = ['behaviour', 'need', 'meeting', 'cause', 'support', 'limits'] as const
export type WordingGuide = (typeof WORDING_GUIDES)[number]

/**
 * Words, and what could be written instead. `words` are in lower case with single spaces. One that is `alone` means a person
 * only where no noun follows ("a borderline", but not "a borderline result").
 */
export interface WordingRule {
  readonly id: string
  readonly words: string
  readonly instead: readonly string[]
  readonly guide: WordingGuide | null
  readonly why: WordingReason
  readonly source: WordingSource
  readonly isAlone: boolean
}

/** Rules and names of a language: what is suggested, and what is a name and left alone. */
export interface WordingList {
  readonly language: string
  readonly rules: readonly WordingRule[]
  /** Names of instruments and organisations, and what a rule does not mean, in lower case. */
  readonly names: readonly string[]
  /** What may stand after a word for a person without making it an adjective. */
  readonly afterAPerson: ReadonlySet<string>
}
