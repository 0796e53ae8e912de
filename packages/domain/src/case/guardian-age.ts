/** Where a practice is, as far as the end of a guardian's part goes. */
export const AGE_JURISDICTIONS = ['other', 'GB', 'US', 'DE'] as const
export type AgeJurisdiction = (typeof AGE_JURISDICTIONS)[number]

/**
 * At which age a guardian's part ends by rule, in whole years. Ages differ and change, and none of these is legal advice: the
 * page says so, and an administrator sets the age that holds where they practise. Source: none that was checked; they
 * are general knowledge, as the clinical reference of this project marks them. (GU1)
 */
export const GUARDIAN_AGES: Readonly<Record<AgeJurisdiction, number>> = { other: 18, GB: 18, US: 18, DE: 18 }

export const FEWEST_YEARS = 12
export const MOST_YEARS = 21

/** How long before the end it is told, and after it, in days. (GU5) */
export const TOLD_DAYS = 30

/**
 * The day on which somebody is of an age, by the calendar: both days as `YYYY-MM-DD`. Whoever was born on 29 February is of age
 * with the end of 28 February, so on 1 March where there is no 29th. (GU2)
 */
export function comesOfAge(born: string, years: number): string {
  const [year = 0, month = 1, day = 1] = born.split('-').map(Number)
  const on = new Date(Date.UTC(year + years, month - 1, day))
  return on.toISOString().slice(0, 10)
}
