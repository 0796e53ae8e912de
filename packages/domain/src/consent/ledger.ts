import type { GoalId, PersonId } from '../ids.js'
import {
  ASKED_PURPOSES,
  type AskedPurpose,
  type ConsentAnswer,
  type ConsentPurpose,
  type ConsentScope,
} from './purpose.js'

/** One answer of the ledger [FHIR Consent]. Times in ms. */
export interface ConsentEntry {
  readonly consent: string
  readonly client: PersonId
  readonly purpose: ConsentPurpose
  /** Which outsider: the first entry that named them; null where the purpose says to whom. */
  readonly recipient: string | null
  readonly answer: ConsentAnswer
  /** The words that were answered, by version and hash. */
  readonly text: { readonly version: number; readonly hash: string }
  readonly scope: ConsentScope
  readonly goal: GoalId | null
  readonly expiresAt: number | null
  readonly signedBy: PersonId
  readonly at: number
}

type Matter = Pick<ConsentEntry, 'client' | 'purpose' | 'recipient'>

/** The answer that counts of each matter: its latest, in the ledger's order. (CO4) */
export function latestAnswers<Entry extends ConsentEntry>(ledger: readonly Entry[]): readonly Entry[] {
  const latest = new Map<string, Entry>()
  for (const entry of ledger) {
    latest.delete(nameOf(entry))
    latest.set(nameOf(entry), entry)
  }
  return [...latest.values()]
}

function nameOf({ client, purpose, recipient }: Matter): string {
  return `${client} ${purpose} ${recipient ?? ''}`
}

/** True while a consent permits what it says. (CO4) */
export function stands({ answer, expiresAt }: ConsentEntry, now: number): boolean {
  return answer === 'given' && (expiresAt === null || now < expiresAt)
}

/** True when somebody said no, or took back their yes. An answer that ran out says neither. (CO6, CO7) */
export function isWithheld(latest: readonly ConsentEntry[], purpose: ConsentPurpose): boolean {
  return latest.some((entry) => entry.purpose === purpose && entry.answer !== 'given')
}

/**
 * Since when a purpose is withheld without a break; null while nobody withholds it. What the first no of such a time took
 * is what the last yes gives back. (CO6, CO7)
 * @returns ms
 */
export function withheldSince(ledger: readonly ConsentEntry[], purpose: ConsentPurpose): number | null {
  let since: number | null = null
  for (const [index, { at }] of ledger.entries()) {
    const withheld = isWithheld(latestAnswers(ledger.slice(0, index + 1)), purpose)
    since = withheld ? (since ?? at) : null
  }
  return since
}

/** Why a client is asked. */
export type Asked = 'never-answered' | 'words-changed' | 'ran-out'

/** The words that count now. */
export type PresentTexts = Readonly<Record<AskedPurpose, { readonly version: number }>>

/** What a client has not answered as the words are now, and why. (CO5) */
export function askedOf(
  latest: readonly ConsentEntry[],
  texts: PresentTexts,
  client: PersonId,
  now: number,
): readonly { readonly purpose: AskedPurpose; readonly why: Asked }[] {
  return ASKED_PURPOSES.flatMap((purpose) => {
    const entry = latest.find((one) => one.client === client && one.purpose === purpose)
    const why = whyAsked(entry, texts[purpose].version, now)
    return why === null ? [] : [{ purpose, why }]
  })
}

function whyAsked(entry: ConsentEntry | undefined, version: number, now: number): Asked | null {
  if (entry === undefined) return 'never-answered'
  // Whoever said no is not asked again because a word was changed.
  if (entry.answer !== 'given') return null
  if (!stands(entry, now)) return 'ran-out'
  return entry.text.version < version ? 'words-changed' : null
}
