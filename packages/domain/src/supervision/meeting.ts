import type { CalendarDay } from '../goal/step.js'
import type { PersonId } from '../ids.js'
import { refuse, type Refusal } from '../refusal.js'

/** Names a meeting of a supervisor and a practitioner. */
export type MeetingId = string

/** How people met. `people` of a group are its supervisees without the facilitator, of a peer group everybody. (SQ12) */
export type MeetingForm =
  | { readonly kind: 'individual' }
  | { readonly kind: 'triadic' }
  | { readonly kind: 'group'; readonly people: number }
  | { readonly kind: 'peer'; readonly people: number }

export const MEDIA = ['in-person', 'video', 'phone'] as const
export const OBSERVATIONS = ['none', 'live', 'recording', 'co-therapy'] as const

/** Something that one of the two said they would do. */
export interface MeetingAction {
  readonly what: string
  readonly who: 'supervisor' | 'practitioner'
  readonly due: CalendarDay | null
}

/** What a supervision log says of one meeting. */
export interface MeetingContent {
  readonly day: CalendarDay
  readonly minutes: number
  readonly form: MeetingForm
  readonly medium: (typeof MEDIA)[number]
  /** Who else was there, in words. */
  readonly people: string
  readonly topics: string
  readonly risk: string
  readonly actions: readonly MeetingAction[]
  /** Whether the supervisor saw the work itself. */
  readonly observation: (typeof OBSERVATIONS)[number]
}

/** A version as somebody wrote it; a change is a new one. Times in ms. (SQ10) */
export interface MeetingVersion {
  readonly version: number
  /** 64 hexadecimal digits over everything the version says; what a signature covers. */
  readonly hash: string
  readonly by: PersonId
  readonly at: number
  readonly content: MeetingContent
  readonly signatures: readonly { readonly by: PersonId; readonly at: number }[]
}

/** A meeting with all its versions, the first one first. */
export interface Meeting {
  readonly id: MeetingId
  readonly versions: readonly [MeetingVersion, ...MeetingVersion[]]
}

export type MeetingStanding = 'unsigned' | 'signed-by-one' | 'locked'

export function latestOf({ versions }: Meeting): MeetingVersion {
  return versions.at(-1) ?? versions[0]
}

/** Two signatures on the latest version lock the meeting for good. (SQ11) */
export function standingOf(meeting: Meeting): MeetingStanding {
  const { length } = latestOf(meeting).signatures
  if (length === 0) return 'unsigned'
  return length === 1 ? 'signed-by-one' : 'locked'
}

/** Why somebody of the pair cannot sign this; null when they can. They sign what they have read. (SQ10) */
export function refusalToSign(
  meeting: Meeting,
  person: PersonId,
  read: { readonly version: number; readonly hash: string },
): Refusal | null {
  const { version, hash, signatures } = latestOf(meeting)
  if (read.version !== version || read.hash !== hash) return refuse('words-changed')
  return signatures.some(({ by }) => by === person) ? refuse('already-exists') : null
}

/** Why a version cannot follow the one that somebody had before them; null when it can. (SQ11) */
export function refusalToChange(meeting: Meeting, after: number): Refusal | null {
  if (standingOf(meeting) === 'locked') return refuse('governed-fact')
  return latestOf(meeting).version === after ? null : refuse('words-changed')
}
