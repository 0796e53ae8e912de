import type { PersonId } from '../ids.js'
import { refuse, type Refusal } from '../refusal.js'

/** Where a note is. An amended one is signed, with something added. (NO9) */
export const NOTE_STATES = ['draft', 'awaiting', 'returned', 'signed', 'co-signed', 'amended'] as const
export type NoteState = (typeof NOTE_STATES)[number]

/** What is done with a note. `sign` leads to `awaiting` where somebody is asked to co-sign. */
export const NOTE_ACTS = ['write', 'sign', 'ask', 'co-sign', 'return', 'amend', 'release'] as const
export type NoteAct = (typeof NOTE_ACTS)[number]

const LEADS: Readonly<Record<NoteState, Readonly<Partial<Record<NoteAct, NoteState>>>>> = {
  draft: { write: 'draft', sign: 'signed', ask: 'awaiting' },
  awaiting: { 'co-sign': 'co-signed', return: 'returned' },
  returned: { write: 'returned', sign: 'signed', ask: 'awaiting' },
  signed: { amend: 'amended', release: 'signed' },
  'co-signed': { amend: 'amended', release: 'co-signed' },
  amended: { amend: 'amended', release: 'amended' },
}

/** The state that an act leads to; refused where a note has moved on. Nothing leads back to a draft. (NO9) */
export function afterAct(state: NoteState, act: NoteAct): NoteState | Refusal {
  return LEADS[state][act] ?? refuse('note-moved-on', `a note that is ${state}`)
}

export function mayFollow(state: NoteState, act: NoteAct): boolean {
  return LEADS[state][act] !== undefined
}

/** Signed, and nobody is still to co-sign it: it can be shown to a client, and amended. */
export function isSettled(state: NoteState): boolean {
  return mayFollow(state, 'amend')
}

/** Nobody co-signs their own. (NO11) */
export function refusalOfCoSigner(
  { author, coSigner }: { readonly author: PersonId; readonly coSigner: PersonId },
  supervisors: readonly PersonId[],
): Refusal | null {
  return author !== coSigner && supervisors.includes(coSigner) ? null : refuse('not-yours')
}

/** Hours after a session within which a note is on time: a policy of ours, not a published rule. (NO12) */
const ON_TIME_HOURS = 72

/** True for what was signed so long after its session that it says so. Times in ms. (NO12) */
export function isLate({
  endedAt,
  signedAt,
}: {
  readonly endedAt: number
  readonly signedAt: number
}): boolean {
  return signedAt - endedAt > ON_TIME_HOURS * 3_600_000
}
