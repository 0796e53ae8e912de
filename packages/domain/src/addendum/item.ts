/** What somebody can read of their record and not change. (AD1) */
export const ITEM_KINDS = [
  'moment',
  'session',
  'check-in',
  'questionnaire',
  'barrier',
  'safety-plan',
  'ending',
  'supervisor-said',
  'disclosure',
] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

/**
 * An item of a record by its address: a moment by log and entry, a check-in by session and version, a safety plan by client and
 * version; of the others the entry is 0. (AD1)
 */
export interface ItemPlace {
  readonly kind: ItemKind
  readonly item: string
  readonly entry: number
}

export function samePlace(
  one: { readonly kind: string; readonly item: string; readonly entry: number },
  other: { readonly kind: string; readonly item: string; readonly entry: number },
): boolean {
  return one.kind === other.kind && one.item === other.item && one.entry === other.entry
}
