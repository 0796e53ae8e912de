/** Which way is better on a measure. */
export type Direction = 'higher-is-better' | 'lower-is-better'

/** From which difference on a change is more than chance would explain; a row of configuration, never a bare constant. */
export interface ChangeThreshold {
  readonly instrument: string
  readonly version: string
  readonly population: string
  readonly direction: Direction
  /** In the measure's own points. */
  readonly minimum: number
  readonly citation: string
}

export type ReliableChange = 'improved' | 'worsened' | 'too-small'

const NHS_TALKING_THERAPIES = 'adults, NHS Talking Therapies'
const NHS_ENGLAND_YOUNG_PEOPLE = 'children and young people, NHS England'
const NHS_ENGLAND_CODE = 'NHS England outcome metrics code (rounded minimum change)'

/** The measures that are built in. A clinic's own rows stand beside them. */
export const CHANGE_THRESHOLDS = [
  {
    ...{ instrument: 'phq-9', version: '1999', population: NHS_TALKING_THERAPIES },
    ...{ direction: 'lower-is-better', minimum: 6, citation: NHS_ENGLAND_CODE },
  },
  {
    ...{ instrument: 'gad-7', version: '2006', population: NHS_TALKING_THERAPIES },
    ...{ direction: 'lower-is-better', minimum: 4, citation: NHS_ENGLAND_CODE },
  },
  {
    ...{ instrument: 'goal-progress', version: '1', population: NHS_ENGLAND_YOUNG_PEOPLE },
    ...{ direction: 'higher-is-better', minimum: 3, citation: NHS_ENGLAND_CODE },
  },
] as const satisfies readonly ChangeThreshold[]

/** Whether a change is more than chance would explain, and which way. (ME2) */
export function reliableChange(
  before: number,
  after: number,
  { minimum, direction }: Pick<ChangeThreshold, 'minimum' | 'direction'>,
): ReliableChange {
  const gain = direction === 'higher-is-better' ? after - before : before - after
  // Decimals of a scale such as 6.55 are not exact in binary.
  const isReliable = Math.abs(gain) >= minimum - 1e-9
  if (!isReliable) return 'too-small'
  return gain > 0 ? 'improved' : 'worsened'
}

/**
 * The smallest reliable difference by the method of Jacobson and Truax 1991: `1.96 · sd · √2 · √(1 − r)`.
 * @param sd standard deviation of the measure in its population, in points
 * @param reliability from 0 to 1
 */
export function smallestReliableDifference(sd: number, reliability: number): number {
  if (!(sd >= 0 && reliability >= 0 && reliability <= 1)) {
    throw new RangeError('a standard deviation is 0 or more, a reliability from 0 to 1')
  }
  return 1.96 * sd * Math.SQRT2 * Math.sqrt(1 - reliability)
}
