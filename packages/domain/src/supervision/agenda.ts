import type { CaseId, GoalId, PersonId } from '../ids.js'

/** What an item of the agenda is about. A moment is an entry of the plan's log. (SQ7) */
export type AgendaSubject =
  | { readonly kind: 'topic' }
  | { readonly kind: 'case'; readonly caseId: CaseId }
  | { readonly kind: 'goal'; readonly caseId: CaseId; readonly goal: GoalId }
  | { readonly kind: 'moment'; readonly caseId: CaseId; readonly seq: number; readonly goal: GoalId | null }
  | { readonly kind: 'comment'; readonly caseId: CaseId; readonly goal: GoalId; readonly comment: string }

/** Something to talk about in the next supervision. Times in ms. */
export interface AgendaItem {
  readonly id: string
  readonly by: PersonId
  readonly at: number
  readonly about: AgendaSubject
  /** Of the goal that it is about, as it was called then; empty for a topic. */
  readonly goalName: string
  /** A sentence with it, if somebody wrote one; a topic always has one. */
  readonly words: string
  /** When it was talked about, and in which recorded meeting if in one; null while it is open. */
  readonly discussed: { readonly at: number; readonly meeting: string | null } | null
}

/** The order that somebody put it in, as far as it names what is there; what it leaves out follows as it stood. (SQ8) */
export function inAgendaOrder<Item extends { readonly id: string }>(
  items: readonly Item[],
  wanted: readonly string[],
): readonly Item[] {
  const place = new Map(wanted.map((id, index) => [id, index]))
  const of = ({ id }: Item) => place.get(id) ?? wanted.length
  return [...items].sort((a, b) => of(a) - of(b))
}
