/** On which authority something was told to an outsider. (CO9) */
export const DISCLOSURE_AUTHORITIES = [
  'consent',
  // To treat, to be paid, to run the practice, where the law allows it without asking. Source: 45 CFR 164.506.
  'treatment-payment-operations',
  'law',
  'court',
  'risk-to-life',
  'child-at-risk',
  'adult-at-risk',
] as const
export type DisclosureAuthority = (typeof DISCLOSURE_AUTHORITIES)[number]

/** How long a practitioner may have had to promise an authority to wait, in ms. (CO9) */
export const LONGEST_WAIT = 30 * 24 * 60 * 60 * 1000

const YEARS_BACK = 6

/** From when on the accounting tells: six years back, the same day. Source: 45 CFR 164.528(a)(3). (CO10) */
export function accountingSince(now: number): number {
  const date = new Date(now)
  date.setUTCFullYear(date.getUTCFullYear() - YEARS_BACK)
  return date.getTime()
}

interface Disclosed {
  readonly authority: DisclosureAuthority
  /** When it was told, in ms. */
  readonly at: number
}

/** Audited as every disclosure, and in no accounting. */
const NOT_ACCOUNTED: readonly DisclosureAuthority[] = ['consent', 'treatment-payment-operations']

/**
 * What the accounting lists, of the last six years: not what was told for treatment, payment or operations, nor with the client's
 * authorisation. Source: 45 CFR 164.528(a)(1). (CO10)
 */
export function accounting<Row extends Disclosed>(rows: readonly Row[], now: number): readonly Row[] {
  const since = accountingSince(now)
  return rows.filter(({ authority, at }) => !NOT_ACCOUNTED.includes(authority) && at >= since)
}
