import { liveParties, type Party, type PartyRelation } from '../case/party.js'
import type { Goal } from '../goal/goal.js'
import { hasWords, wordingHash } from '../goal/wording.js'
import type { PersonId } from '../ids.js'
import { answerOf, type AgreedWords, type Answer } from './answer.js'

/** How a half of the seal stands: agreed to these words, not yet, or agreed before the words changed. */
export type HalfState = 'on' | 'off' | 'lapsed'

/** One live party's part of an agreement, with their answer to the present wording. */
export interface Half {
  readonly person: PersonId
  readonly relation: PartyRelation
  readonly state: HalfState
  readonly answer: Answer | null
}

/** What a goal's agreement is now. Times in ms. (AG1, AG2) */
export type Agreement =
  | { readonly kind: 'no-words'; readonly halves: readonly Half[] }
  | { readonly kind: 'open'; readonly halves: readonly Half[] }
  | { readonly kind: 'agreed'; readonly since: number; readonly halves: readonly Half[] }
  | {
      readonly kind: 'lapsed'
      readonly since: number
      readonly before: AgreedWords
      readonly halves: readonly Half[]
    }

/** Whether every live party stands behind the goal's present words; derived, never stored. (AG1) */
export function agreementOf(goal: Goal, parties: readonly Party[]): Agreement {
  const wording = wordingHash(goal.id, goal.statement.text)
  const halves = liveParties(parties).map((party) => halfOf(goal, party, wording))
  if (!goal.agreed && !hasWords(goal.statement.text)) return { kind: 'no-words', halves }
  if (halves.length > 0 && hasWords(goal.statement.text) && halves.every((half) => half.state === 'on')) {
    return { kind: 'agreed', since: Math.max(...halves.map((half) => half.answer?.at ?? 0)), halves }
  }
  if (goal.agreed && goal.agreed.wording !== wording) {
    return { kind: 'lapsed', since: goal.lapsedAt ?? goal.agreed.at, before: goal.agreed, halves }
  }
  return { kind: 'open', halves }
}

function halfOf(goal: Goal, party: Party, wording: string): Half {
  const answer = answerOf(goal.answers, party.person, wording) ?? null
  const { person, relation } = party
  if (answer) return { person, relation, answer, state: answer.kind === 'agree' ? 'on' : 'off' }
  const agreedBefore = goal.answers.some((other) => other.person === person && other.kind === 'agree')
  return { person, relation, answer, state: agreedBefore ? 'lapsed' : 'off' }
}
