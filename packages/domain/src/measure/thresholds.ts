import { CHANGE_THRESHOLDS, type Direction } from './reliable-change.js'

/** What a threshold decides. */
export const THRESHOLD_USES = [
  'reliable-change',
  'caseness',
  'baseline',
  'smallest-change',
  'unanswered',
  'escalate-after',
  'untouched',
] as const
export type ThresholdUse = (typeof THRESHOLD_USES)[number]

/** A number that something is decided by: a row of configuration with where it comes from, never a bare constant. (ME2, ME3) */
export interface MeasureThreshold {
  readonly instrument: string
  readonly version: string
  readonly population: string
  readonly use: ThresholdUse
  readonly value: number
  readonly direction: Direction
  readonly citation: string
}

/** A row as a clinic's administrator set it, with the reason; an edition is never changed. (ME3) */
export interface ThresholdEdition extends MeasureThreshold {
  /** From 1; the highest of a row is the one that counts. */
  readonly edition: number
  readonly reason: string
  readonly by: string
  /** In ms. */
  readonly at: number
}

const OURS = 'Decision of this design, not a published rule'
const CHECK_IN = {
  instrument: 'check-in',
  version: '1',
  population: 'one client against themselves',
  direction: 'higher-is-better',
} as const

function caseness(instrument: string, version: string, value: number): MeasureThreshold {
  return {
    ...{ instrument, version, population: 'adults, NHS Talking Therapies', use: 'caseness', value },
    ...{ direction: 'lower-is-better', citation: 'NHS Talking Therapies (IAPT) manual' },
  }
}

/** The rows that every clinic begins with; a clinic's own row of the same instrument, version, population and use stands in its place. (ME3) */
export const DEFAULT_MEASURE_THRESHOLDS: readonly MeasureThreshold[] = [
  {
    ...CHECK_IN,
    use: 'baseline',
    value: 8,
    citation: `${OURS}; useful limits from five to six values on (Wheeler, XmR)`,
  },
  { ...CHECK_IN, use: 'smallest-change', value: 1, citation: OURS },
  { ...CHECK_IN, use: 'unanswered', value: 2, citation: OURS },
  caseness('phq-9', '1999', 10),
  caseness('gad-7', '2006', 8),
  {
    ...{
      instrument: 'safety',
      version: '1',
      population: 'every client of the clinic',
      use: 'escalate-after',
    },
    ...{
      value: 60,
      direction: 'lower-is-better',
      citation: `${OURS}; within the four hours of our escalation design`,
    },
  },
  {
    ...{ instrument: 'barrier', version: '1', population: 'every client of the clinic', use: 'untouched' },
    ...{ value: 3, direction: 'lower-is-better', citation: OURS },
  },
  ...CHANGE_THRESHOLDS.map(({ minimum: value, ...row }) => ({
    ...row,
    use: 'reliable-change' as const,
    value,
  })),
]

/** What decides about check-ins. */
export interface AllianceThresholds {
  /** From how many check-ins on the usual range is learned, and then frozen. (AL1) */
  readonly baseline: number
  /** Where ratings never moved, a difference says something from this size on. (AL1) */
  readonly smallestChange: number
  /** So many sessions in a row without a check-in are worth asking about. (AL3) */
  readonly unanswered: number
}

/** The rows of a clinic: its own, and the defaults that it left as they are. (ME3) */
export function thresholdsOf(own: readonly MeasureThreshold[]): readonly MeasureThreshold[] {
  const ofOwn = new Set(own.map(keyOf))
  return [...own, ...DEFAULT_MEASURE_THRESHOLDS.filter((row) => !ofOwn.has(keyOf(row)))]
}

export function allianceThresholds(rows: readonly MeasureThreshold[]): AllianceThresholds {
  const valueOf = (use: ThresholdUse, fallback: number) =>
    rows.find((row) => row.instrument === 'check-in' && row.use === use)?.value ?? fallback
  return {
    baseline: valueOf('baseline', 8),
    smallestChange: valueOf('smallest-change', 1),
    unanswered: valueOf('unanswered', 2),
  }
}

/** After how long an alert that nobody acknowledged goes to the supervisor, in ms. (SA4) */
export function escalationAfter(rows: readonly MeasureThreshold[]): number {
  const row = rows.find(({ instrument, use }) => instrument === 'safety' && use === 'escalate-after')
  return (row?.value ?? 60) * 60_000
}

/** After how many sessions an open barrier that nobody touched is worth asking about. (BA5) */
export function untouchedAfter(rows: readonly MeasureThreshold[]): number {
  return rows.find(({ instrument, use }) => instrument === 'barrier' && use === 'untouched')?.value ?? 3
}

/** From which difference on a change of an instrument is reliable; the clinic's own population first. (ME2) */
export function changeThresholdOf(
  rows: readonly MeasureThreshold[],
  { id, edition }: { readonly id: string; readonly edition: string },
): MeasureThreshold | null {
  const found = rows.find(
    ({ instrument, version, use }) => instrument === id && version === edition && use === 'reliable-change',
  )
  return found ?? null
}

export function isSameRow(one: MeasureThreshold, other: MeasureThreshold): boolean {
  return keyOf(one) === keyOf(other)
}

function keyOf({ instrument, version, population, use }: MeasureThreshold): string {
  return JSON.stringify([instrument, version, population, use])
}
