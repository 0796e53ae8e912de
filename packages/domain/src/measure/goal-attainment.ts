/** One goal's place on its five-level scale, −2 … +2; null while it is not scored. Weight 0 leaves a goal out. */
export interface GoalScore {
  readonly score: number | null
  /** Importance times difficulty; 1 unless it is said. */
  readonly weight?: number
}

/** How strongly goals of one person are expected to go together. Source: Kiresuk and Sherman 1968. */
const RHO = 0.3

/**
 * Goal attainment as one T-score: `50 + 10·Σwx / √((1−ρ)·Σw² + ρ·(Σw)²)`. 50 is "as hoped". (GS4)
 *
 * A goal without a score is left out of both sums; it is never taken for 0, which would say that it went as hoped.
 * When every weight is 0, all count alike. A T-score's range widens with the number of goals: compare a person with
 * themselves, on the same goals.
 *
 * Sources: Kiresuk and Sherman 1968; Turner-Stokes 2009 with its erratum.
 * @param rho from 0 to 1
 * @returns null when no goal is scored. Throws a RangeError on a score that is no level, a weight below 0, a wrong rho.
 */
export function goalAttainmentT(scores: readonly GoalScore[], rho = RHO): number | null {
  if (!(rho >= 0 && rho <= 1)) throw new RangeError('rho is from 0 to 1')
  const scored = scores.flatMap(({ score, weight = 1 }) => {
    if (!(weight >= 0 && Number.isFinite(weight))) throw new RangeError('a weight is 0 or more')
    if (score === null) return []
    if (!isLevel(score)) throw new RangeError('a score is a level from -2 to 2')
    return [{ score, weight }]
  })
  if (scored.length === 0) return null
  const isUnweighted = scored.every(({ weight }) => weight === 0)
  const weighted = scored.map(({ score, weight }) => ({ score, weight: isUnweighted ? 1 : weight }))
  const attained = sumOf(weighted, ({ score, weight }) => score * weight)
  const squares = sumOf(weighted, ({ weight }) => weight * weight)
  const whole = sumOf(weighted, ({ weight }) => weight)
  return 50 + (10 * attained) / Math.sqrt((1 - rho) * squares + rho * whole * whole)
}

/** The same goals, scored twice: at the start and now. */
export interface GoalChange {
  readonly baseline: number | null
  readonly score: number | null
  readonly weight?: number
}

/** Goal attainment now against the start, on the goals that were scored both times. */
export interface AttainmentChange {
  readonly baseline: number
  readonly now: number
  readonly change: number
  /** "k of n goals scored" */
  readonly scored: number
  readonly goals: number
}

/** @returns null when no goal was scored both times. Throws like {@link goalAttainmentT}. (GS4) */
export function goalAttainmentChange(goals: readonly GoalChange[], rho = RHO): AttainmentChange | null {
  const both = goals.filter(({ baseline, score }) => baseline !== null && score !== null)
  const weightOf = ({ weight }: GoalChange) => (weight === undefined ? {} : { weight })
  const baseline = goalAttainmentT(
    both.map((goal) => ({ score: goal.baseline, ...weightOf(goal) })),
    rho,
  )
  const now = goalAttainmentT(
    both.map((goal) => ({ score: goal.score, ...weightOf(goal) })),
    rho,
  )
  if (baseline === null || now === null) return null
  return { baseline, now, change: now - baseline, scored: both.length, goals: goals.length }
}

function isLevel(score: number): boolean {
  return Number.isInteger(score) && score >= -2 && score <= 2
}

function sumOf<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0)
}
