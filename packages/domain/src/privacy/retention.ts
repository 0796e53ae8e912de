import type { Discipline } from '../case/discipline.js'

/** A day of the calendar: YYYY-MM-DD. */
export type Day = string

/** How long a record of somebody is kept who was under age when they were last seen. (DR20) */
type MinorTerm =
  | { readonly kind: 'as-adults' }
  /** Years from the day on which they come of age, and never less than an adult's. */
  | { readonly kind: 'after-majority'; readonly years: number }
  /** Until a birthday, the 26th for whoever was 17 at the end, say; and never less than an adult's. */
  | {
      readonly kind: 'birthday'
      readonly age: number
      readonly later: { readonly from: number; readonly age: number }
    }

export const RETENTION_CODES = [
  'us-apa',
  'us-california',
  'us-pennsylvania',
  'uk-private',
  'nhs-general',
  'nhs-mental-health',
  'de-bgb-630f',
] as const
export type RetentionCode = (typeof RETENTION_CODES)[number]

/** By which law or advice, and how long. (DR20) */
export interface RetentionRule {
  readonly code: RetentionCode
  /** ISO 3166. */
  readonly jurisdiction: string
  /** Null where it is for every kind of work. */
  readonly disciplines: readonly Discipline[] | null
  /** After the last service, at least. */
  readonly adultYears: number
  readonly minor: MinorTerm
  /** At least so long after somebody's death, where a rule names it. */
  readonly yearsAfterDeath: number | null
  /** Where it is written, as it is cited to people. */
  readonly source: string
  /** Of this row; another number once the law is another. */
  readonly version: number
}

const TALKING: readonly Discipline[] = ['psychotherapy', 'counselling']
const NHS_BIRTHDAY = { kind: 'birthday', age: 25, later: { from: 17, age: 26 } } as const
const NHS = 'NHS England, Records Management Code of Practice, Appendix II'

/** A rule by which something is kept: its code, and where it is written. (DR20) */
export interface RuleCited {
  readonly code: string
  readonly source: string
}

export const RETENTION_RULES: readonly RetentionRule[] = [
  {
    ...{ code: 'us-apa', jurisdiction: 'US', disciplines: null, adultYears: 7, yearsAfterDeath: null },
    minor: { kind: 'after-majority', years: 3 },
    source: 'APA Record Keeping Guidelines (2007), guideline 7',
    version: 1,
  },
  {
    ...{
      code: 'us-california',
      jurisdiction: 'US-CA',
      disciplines: null,
      adultYears: 7,
      yearsAfterDeath: null,
    },
    minor: { kind: 'after-majority', years: 7 },
    source: 'California Business and Professions Code § 4999.75',
    version: 1,
  },
  {
    ...{
      code: 'us-pennsylvania',
      jurisdiction: 'US-PA',
      disciplines: null,
      adultYears: 5,
      yearsAfterDeath: null,
    },
    minor: { kind: 'as-adults' },
    source: '49 Pa. Code § 41.57',
    version: 1,
  },
  {
    ...{ code: 'uk-private', jurisdiction: 'GB', disciplines: null, adultYears: 7, yearsAfterDeath: null },
    minor: { kind: 'after-majority', years: 7 },
    source: 'Advice of BABCP and HGI for private practice in the UK',
    version: 1,
  },
  {
    ...{
      code: 'nhs-general',
      jurisdiction: 'GB-ENG',
      disciplines: null,
      adultYears: 8,
      yearsAfterDeath: null,
    },
    ...{ minor: NHS_BIRTHDAY, source: NHS, version: 1 },
  },
  {
    ...{ code: 'nhs-mental-health', jurisdiction: 'GB-ENG', disciplines: TALKING, adultYears: 20 },
    ...{ minor: NHS_BIRTHDAY, yearsAfterDeath: 10, source: NHS, version: 1 },
  },
  {
    ...{ code: 'de-bgb-630f', jurisdiction: 'DE', disciplines: null, adultYears: 10, yearsAfterDeath: null },
    minor: { kind: 'as-adults' },
    source: '§ 630f Abs. 3 BGB',
    version: 1,
  },
]

/** Where people come of age in every one of these. */
const MAJORITY = 18

export function isRetentionCode(text: string): text is RetentionCode {
  return (RETENTION_CODES as readonly string[]).includes(text)
}

/** The rules that a practice chose, as far as they are about such work. (DR21) */
export function rulesFor(chosen: readonly string[], discipline: Discipline): readonly RetentionRule[] {
  return RETENTION_RULES.filter(
    ({ code, disciplines }) => chosen.includes(code) && (disciplines?.includes(discipline) ?? true),
  )
}

interface Kept {
  readonly rules: readonly RetentionRule[]
  /** Null where nobody knows it: a rule that needs it then gives no day. */
  readonly birthDate: Day | null
  readonly lastService: Day
  readonly died?: Day | null
}

export type KeptUntil =
  | { readonly kind: 'no-rule' }
  | { readonly kind: 'unknown-age' }
  | { readonly kind: 'kept'; readonly until: Day; readonly rule: RetentionRule }

/**
 * Until the end of which day a record is kept: by each rule the latest of its terms, and of all rules the latest. What
 * has no day in the month, the 29th of February, ends on the 1st of March: never early. (DR20)
 */
export function keptUntil({ rules, birthDate, lastService, died = null }: Kept): KeptUntil {
  let kept: Extract<KeptUntil, { kind: 'kept' }> | null = null
  for (const rule of rules) {
    if (birthDate === null && rule.minor.kind !== 'as-adults') return { kind: 'unknown-age' }
    const until = latest([
      yearsAfter(lastService, rule.adultYears),
      ...(birthDate === null ? [] : [minorUntil(rule.minor, birthDate, lastService)]),
      ...(died === null || rule.yearsAfterDeath === null ? [] : [yearsAfter(died, rule.yearsAfterDeath)]),
    ])
    if (!kept || until > kept.until) kept = { kind: 'kept', until, rule }
  }
  return kept ?? { kind: 'no-rule' }
}

/** The empty day where an adult's term is all there is. */
function minorUntil(minor: MinorTerm, birthDate: Day, lastService: Day): Day {
  const isMinor = lastService < yearsAfter(birthDate, MAJORITY)
  if (!isMinor) return ''
  switch (minor.kind) {
    case 'as-adults':
      return ''
    case 'after-majority':
      return yearsAfter(yearsAfter(birthDate, MAJORITY), minor.years)
    case 'birthday': {
      const isLate = lastService >= yearsAfter(birthDate, minor.later.from)
      return yearsAfter(birthDate, isLate ? minor.later.age : minor.age)
    }
  }
}

function latest(days: readonly Day[]): Day {
  return days.reduce((one, other) => (other > one ? other : one), '')
}

function yearsAfter(day: Day, years: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const then = new Date(Date.UTC(year + years, month - 1, date))
  return then.toISOString().slice(0, 10)
}

/** The rule of that code as people read it; null where there is none, or none any more. */
export function citedRule(code: string | null): RuleCited | null {
  const rule = RETENTION_RULES.find((one) => one.code === code)
  return rule ? { code: rule.code, source: rule.source } : null
}
