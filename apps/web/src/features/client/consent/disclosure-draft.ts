import { LONGEST_WAIT, type DisclosureAuthority } from '@accord/domain/consent/disclosure'
import { latestAnswers, stands } from '@accord/domain/consent/ledger'
import type { CaseConsents, ConsentRow, DisclosureBody } from '@accord/domain/rest/consent'
import { cleanText } from '@accord/domain/text/characters'

/** What somebody types of a disclosure. */
export interface DisclosureDraft {
  readonly authority: DisclosureAuthority
  /** Which of the standing permissions; empty on any other authority. */
  readonly consent: string
  readonly recipient: string
  /** Empty where it is not known. */
  readonly address: string
  readonly what: string
  readonly why: string
  /** A day, as a date field has it. */
  readonly day: string
  readonly isHeld: boolean
}

/** Outsiders whom the clients permit to be told something now. (CO9) */
export function permittedIn(consents: CaseConsents | undefined, now: number): readonly ConsentRow[] {
  return (consents?.clients ?? []).flatMap(({ ledger }) => {
    const latest: readonly ConsentRow[] = latestAnswers([...ledger].reverse())
    return latest.filter((row) => row.purpose === 'disclosure' && stands(row, now))
  })
}

/** Null while something is missing. The day counts to its end, and never ahead of now. */
export function disclosureOf(
  draft: DisclosureDraft,
  permitted: readonly ConsentRow[],
  now: number,
): DisclosureBody | null {
  const { authority, isHeld } = draft
  const [what, why] = [draft.what, draft.why].map((words) => cleanText(words).trim())
  const rests =
    authority === 'consent' ? permitted.find(({ consent }) => consent === draft.consent) : undefined
  const recipient = rests ? (rests.recipientName ?? '') : cleanText(draft.recipient).trim()
  const told = new Date(`${draft.day}T23:59:59`).getTime()
  if (!what || !why || recipient === '' || Number.isNaN(told)) return null
  if (authority === 'consent' && rests === undefined) return null
  if (new Date(`${draft.day}T00:00:00`).getTime() > now) return null
  return {
    toldAt: Math.min(told, now - 1_000),
    recipient,
    address: cleanText(draft.address).replace(/\s+/gu, ' ').trim() || null,
    what,
    why,
    authority,
    consent: rests?.consent ?? null,
    // A minute short of it, so that a clock that is a little ahead asks for nothing too long.
    heldUntil: isHeld && authority !== 'consent' ? now + LONGEST_WAIT - 60_000 : null,
  }
}

/** Today, as a date field has it. */
export function dayOf(now: Date): string {
  const two = (value: number) => `${value}`.padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
