import type { MeetingForm } from './meeting.js'

/** How much of a meeting of one form counts. `by-size`: half of it among up to four, from five on its part of the time. */
type Share = 'whole' | 'half' | 'by-size' | 'none'

/** A body's rule about hours of supervision, as data: a clinic chooses those that it answers to. (SQ13) */
export interface HoursRule {
  readonly id: HoursRuleId
  /** When the source was read. */
  readonly version: string
  readonly citation: string
  /** Nothing is averaged: each calendar month or each week from Monday stands by itself. */
  readonly per: 'month' | 'week'
  /** Minutes that count. */
  readonly atLeast: number
  /** Of these, minutes one to one. */
  readonly atLeastIndividual: number
  /** Minutes of meeting beyond which nothing more counts; null without such a bound. */
  readonly atMost: number | null
  /** A group that meets for fewer minutes counts for nothing. */
  readonly shortestGroup: number
  readonly counts: Readonly<Record<MeetingForm['kind'], Share>>
}

export const HOURS_RULE_IDS = ['bacp', 'bbs-lpcc', 'mississippi-internship'] as const
export type HoursRuleId = (typeof HOURS_RULE_IDS)[number]

/** Source of all three: docs/spec/supervision.md names the pages and when they were read. */
export const HOURS_RULES: Readonly<Record<HoursRuleId, HoursRule>> = {
  bacp: {
    id: 'bacp',
    version: '2026-11',
    citation: 'BACP, supervision and accreditation requirements: at least 1½ hours in each calendar month',
    per: 'month',
    atLeast: 90,
    atLeastIndividual: 0,
    atMost: null,
    shortestGroup: 0,
    counts: { individual: 'whole', triadic: 'by-size', group: 'by-size', peer: 'by-size' },
  },
  'bbs-lpcc': {
    id: 'bbs-lpcc',
    version: '2026-11',
    citation:
      'California Board of Behavioral Sciences, LPCC: one unit in each week, an hour alone or as two, or two hours in a group; at most six hours count',
    per: 'week',
    atLeast: 60,
    atLeastIndividual: 0,
    atMost: 360,
    shortestGroup: 60,
    counts: { individual: 'whole', triadic: 'whole', group: 'half', peer: 'none' },
  },
  'mississippi-internship': {
    id: 'mississippi-internship',
    version: '2026-11',
    citation: 'Mississippi Administrative Code 30-3201-6.3: four hours in each week, two of them one to one',
    per: 'week',
    atLeast: 240,
    atLeastIndividual: 120,
    atMost: null,
    shortestGroup: 0,
    counts: { individual: 'whole', triadic: 'whole', group: 'whole', peer: 'none' },
  },
}

/** Of a meeting, the minutes that a rule lets somebody claim; two hours among five are 24. (SQ12) */
export function claimedMinutes(
  rule: HoursRule,
  { form, minutes }: { readonly form: MeetingForm; readonly minutes: number },
): number {
  if (form.kind === 'group' && minutes < rule.shortestGroup) return 0
  switch (rule.counts[form.kind]) {
    case 'whole':
      return minutes
    case 'half':
      return minutes / 2
    case 'by-size':
      return bySize(sizeOf(form), minutes)
    case 'none':
      return 0
  }
}

function bySize(people: number, minutes: number): number {
  return people <= 4 ? minutes / 2 : minutes / people
}

function sizeOf(form: MeetingForm): number {
  return form.kind === 'group' || form.kind === 'peer' ? form.people : 2
}
