/**
 * What a safety plan goes through, in the order in which one reaches for it, in our own words; after the steps that
 * Stanley and Brown 2012 describe, and reasons for living. (SA6)
 */
export const SAFETY_STEPS = ['signs', 'coping', 'people', 'professionals', 'surroundings', 'reasons'] as const
export type SafetyStep = (typeof SAFETY_STEPS)[number]

/** A number as it is dialled: digits, and what people put between them. */
export const DIALLED = /^\+?[ ()/.-]*\d[\d ()/.-]*$/

/** In UTF-16 code units. */
export const LONGEST_SAFETY_LINE = 300
export const MOST_SAFETY_LINES = 8

/** One line of a step; with a number where somebody can be rung. */
export interface SafetyLine {
  readonly words: string
  readonly phone: string | null
}

export type SafetySteps = Readonly<Record<SafetyStep, readonly SafetyLine[]>>

export const NO_SAFETY_STEPS: SafetySteps = {
  ...{ signs: [], coping: [], people: [], professionals: [], surroundings: [], reasons: [] },
}

/** Steps in which a line may be somebody to ring. */
export function hasPhones(step: SafetyStep): boolean {
  return step === 'people' || step === 'professionals'
}

export function isBlankPlan(steps: SafetySteps): boolean {
  return SAFETY_STEPS.every((step) => steps[step].length === 0)
}

/** What a phone dials: digits, and a leading plus. */
export function dialled(number: string): string {
  return `tel:${number.replace(/(?!^\+)[^\d]/g, '')}`
}
