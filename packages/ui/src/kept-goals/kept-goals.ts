import type { LogId, PersonId } from '@accord/domain/ids'
import type { Plan } from '@accord/domain/plan/plan'
import type { CaseList } from '@accord/domain/rest/case'
import type { SafetyPlan } from '@accord/domain/rest/safety'
import type { Self } from '@accord/domain/rest/self'
import type { PersonName } from '@accord/domain/sync/wire'

/** The list of somebody's goals as the server last gave it, with whose it is. */
export interface KeptGoals {
  readonly self: Self
  readonly list: CaseList
  /** When the server gave it, in ms. */
  readonly at: number
}

/** A plan as the server last confirmed it, without anything unsent. */
export interface KeptPlan {
  readonly plan: Plan
  readonly people: readonly PersonName[]
  /** When it was confirmed, in ms. */
  readonly at: number
}

/** Somebody's own safety plans as the server last gave them. (SA9) */
export interface KeptSafety {
  readonly plans: readonly SafetyPlan[]
  /** When the server gave them, in ms. */
  readonly at: number
}

/** The copy of somebody's goals on their device: only by their choice, only while they are signed in here. (OF5, OF6) */
export interface GoalKeeper {
  /** What the server says of this device: who is signed in, or nobody. Copies of anybody else are gone after it. */
  noteSignedIn(person: PersonId | null): Promise<void>
  isChosen(person: PersonId): Promise<boolean>
  /** Turned off, the copy is gone at once. */
  choose(person: PersonId, isOn: boolean): Promise<void>
  /** Keeps the list, where that was chosen, and forgets plans that are not in it any more. */
  keepGoals(kept: KeptGoals): Promise<void>
  keepPlan(person: PersonId, kept: KeptPlan): Promise<void>
  forgetPlan(person: PersonId, log: LogId): Promise<void>
  /** Keeps a safety plan without being asked: it is for when nothing else is there. (SA9) */
  keepSafety(person: PersonId, kept: KeptSafety): Promise<void>
  forgetSafety(person: PersonId): Promise<void>
  safety(): Promise<KeptSafety | null>
  /** What may be read here without a network; null when there is nothing, or it is older than a week. */
  goals(): Promise<KeptGoals | null>
  plan(log: LogId): Promise<KeptPlan | null>
}
