import type { PartyRelation } from '../case/party.js'
import type { PersonId } from '../ids.js'

/** Why a note is not shown yet, or not at all; the last three are for what is kept back. (NO13) */
export const DELAY_REASONS = ['talk-first', 'results'] as const
export const WITHHOLD_REASONS = ['harm', 'third-person', 'other-law'] as const
export type DelayReason = (typeof DELAY_REASONS)[number]
export type WithholdReason = (typeof WITHHOLD_REASONS)[number]

/** In UTF-16 code units. */
export const LONGEST_REASON = 500

/** To whom a note is shown: its case's clients, or guardians as well. */
export const SHOWN_TO_PARTIES = ['clients', 'everybody'] as const
export type NoteAudience = (typeof SHOWN_TO_PARTIES)[number]

/** What a note's author decided about showing it. `until` in ms. */
export type ReleaseChoice =
  | { readonly kind: 'released'; readonly to: NoteAudience }
  | {
      readonly kind: 'delayed'
      readonly to: NoteAudience
      readonly until: number
      readonly reason: DelayReason
      readonly words: string
    }
  | { readonly kind: 'withheld'; readonly reason: WithholdReason; readonly words: string }

/** A decision that was made; every one is kept. */
export interface Release {
  readonly number: number
  readonly at: number
  readonly by: PersonId
  readonly choice: ReleaseChoice
}

/** To whom a note is shown, from when on in ms; what a decision comes to. */
export interface Showing {
  readonly to: NoteAudience | 'nobody'
  readonly from: number
}

export function showingOf(choice: ReleaseChoice, decidedAt: number): Showing {
  switch (choice.kind) {
    case 'released':
      return { to: choice.to, from: decidedAt }
    case 'delayed':
      return { to: choice.to, from: choice.until }
    case 'withheld':
      return { to: 'nobody', from: decidedAt }
  }
}

/** From when on a client or a guardian reads a note; null where it is kept back from them. (NO13) */
export function shownFrom(
  relation: Exclude<PartyRelation, 'practitioner'>,
  { to, from }: Showing,
): number | null {
  if (to === 'nobody') return null
  return relation === 'guardian' && to !== 'everybody' ? null : from
}
