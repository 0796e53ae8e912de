import type { Direction } from './reliable-change.js'

/** A stretch of totals that has a name; both ends belong to it. In the order of their totals. */
export interface Band {
  readonly from: number
  readonly to: number
  readonly code: string
}

/** Items that are added up among themselves. */
export interface Subscale {
  readonly code: string
  readonly items: readonly string[]
}

/** An answer that somebody has to see at once, whatever the total. */
export interface ItemAlert {
  readonly item: string
  /** From this value on. */
  readonly from: number
}

/**
 * How an instrument is scored; no words of it. [FHIR Questionnaire, its scoring]
 * Items are named by their link ids, in their order.
 */
export interface ScoringDefinition {
  readonly items: readonly string[]
  /** Lowest and highest value of an item. */
  readonly itemRange: { readonly min: number; readonly max: number }
  readonly method: 'sum' | 'mean'
  /** Items that count the other way round. */
  readonly reversed?: readonly string[]
  readonly subscales?: readonly Subscale[]
  /** So many may be missing: then the total is the mean of the others for all items. */
  readonly mostMissing: number
  /** Items that are never made up from the others; without their answer there is no total. */
  readonly neverMadeUp?: readonly string[]
  readonly bands?: readonly Band[]
  readonly alerts?: readonly ItemAlert[]
  readonly direction: Direction
}

export type Answers = Readonly<Record<string, number | null | undefined>>

export interface Score {
  /** Null when too much is missing. */
  readonly total: number | null
  /** True where the total was made up for missing items. */
  readonly isProrated: boolean
  readonly subscales: Readonly<Record<string, number | null>>
  readonly band: string | null
  readonly missing: readonly string[]
  /** Items whose answer somebody has to see at once. */
  readonly alerts: readonly string[]
  /** Items that would raise an alert and were not answered: that is not a zero, and somebody has to ask. */
  readonly unansweredAlerts: readonly string[]
}

/**
 * Scores answers. A missing answer is never a zero. (ME1)
 * Throws a RangeError on an answer outside the items' range or to an item that the instrument does not have.
 */
export function scoreQuestionnaire(definition: ScoringDefinition, answers: Answers): Score {
  refuseStrangers(definition, answers)
  const { items, alerts = [], subscales = [] } = definition
  const missing = items.filter((item) => answerTo(definition, answers, item) === null)
  const total = totalOf(definition, answers, items)
  const urgent = alerts.filter(({ item, from }) => (answers[item] ?? -Infinity) >= from)
  return {
    total,
    isProrated: total !== null && missing.length > 0,
    subscales: Object.fromEntries(
      subscales.map(({ code, items: own }) => [code, totalOf(definition, answers, own)]),
    ),
    band: total === null ? null : bandOf(definition, total),
    missing,
    alerts: urgent.map(({ item }) => item),
    unansweredAlerts: alerts.flatMap(({ item }) => (missing.includes(item) ? [item] : [])),
  }
}

/** The total of some of the items, made up for what is missing among them as far as the instrument allows. */
function totalOf(definition: ScoringDefinition, answers: Answers, items: readonly string[]): number | null {
  const { method, mostMissing, neverMadeUp = [] } = definition
  const values = items.flatMap((item) => answerTo(definition, answers, item) ?? [])
  const missing = items.filter((item) => answerTo(definition, answers, item) === null)
  if (values.length === 0 || missing.length > mostMissing) return null
  if (missing.some((item) => neverMadeUp.includes(item))) return null
  const sum = values.reduce((all, value) => all + value, 0)
  const mean = sum / values.length
  if (method === 'mean') return mean
  return missing.length === 0 ? sum : mean * items.length
}

function answerTo({ itemRange, reversed = [] }: ScoringDefinition, answers: Answers, item: string) {
  const answer = answers[item] ?? null
  if (answer === null) return null
  return reversed.includes(item) ? itemRange.min + itemRange.max - answer : answer
}

/** A sum that was made up for missing items is rounded to a whole one first. */
function bandOf({ bands = [], method }: ScoringDefinition, total: number): string | null {
  const reached = method === 'sum' ? Math.round(total) : total
  return bands.findLast(({ from }) => reached >= from)?.code ?? null
}

function refuseStrangers({ items, itemRange: { min, max } }: ScoringDefinition, answers: Answers): void {
  for (const [item, answer] of Object.entries(answers)) {
    if (!items.includes(item)) throw new RangeError('an answer is to an item that there is not')
    if (answer === null || answer === undefined) continue
    if (!(Number.isFinite(answer) && answer >= min && answer <= max)) {
      throw new RangeError('an answer lies outside its range')
    }
  }
}
