import { liveParties, type Party, type PartyRelation } from '../case/party.js'
import type { Goal } from '../goal/goal.js'
import type { Step } from '../goal/step.js'
import { hasWords, stepWordingHash, wordingHash } from '../goal/wording.js'
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

/** Something that people agree to: its words, and the answers they gave to them. */
interface Agreeable {
  readonly wording: string
  readonly words: string
  readonly answers: readonly Answer[]
  readonly agreed: AgreedWords | null
  readonly lapsedAt: number | null
}

/** Whether every live party of a goal stands behind its present words; derived, never stored. (AG1) */
export function agreementOf(goal: Goal, parties: readonly Party[]): Agreement {
  const { answers, agreed, lapsedAt } = goal
  const words = goal.statement.text
  return agreementOn(
    { wording: wordingHash(goal.id, words), words, answers, agreed, lapsedAt },
    partiesOf(goal, parties),
  )
}

/** The same for a step, whose wording is what, who and by when; agreed separately from its goal. (AG10) */
export function stepAgreementOf(goal: Goal, step: Step, parties: readonly Party[]): Agreement {
  const { answers, agreed, lapsedAt } = step
  const agreeable = {
    wording: stepWordingHash(goal.id, step),
    words: step.text.text,
    answers,
    agreed,
    lapsedAt,
  }
  return agreementOn(agreeable, partiesOf(goal, parties))
}

/** The live parties whose agreement a goal needs: all, unless it was narrowed. (AG11) */
export function partiesOf(goal: Pick<Goal, 'narrowedTo'>, parties: readonly Party[]): readonly Party[] {
  const live = liveParties(parties)
  const { narrowedTo } = goal
  return narrowedTo ? live.filter((party) => narrowedTo.includes(party.person)) : live
}

function agreementOn(subject: Agreeable, parties: readonly Party[]): Agreement {
  const { wording, agreed } = subject
  const worded = hasWords(subject.words)
  const halves = parties.map((party) => halfOf(subject, party))
  if (!agreed && !worded) return { kind: 'no-words', halves }
  if (halves.length > 0 && worded && halves.every((half) => half.state === 'on')) {
    return { kind: 'agreed', since: Math.max(...halves.map((half) => half.answer?.at ?? 0)), halves }
  }
  if (agreed && agreed.wording !== wording) {
    return { kind: 'lapsed', since: subject.lapsedAt ?? agreed.at, before: agreed, halves }
  }
  return { kind: 'open', halves }
}

function halfOf({ answers, wording }: Agreeable, party: Party): Half {
  const answer = answerOf(answers, party.person, wording) ?? null
  const { person, relation } = party
  if (answer) return { person, relation, answer, state: answer.kind === 'agree' ? 'on' : 'off' }
  const agreedBefore = answers.some((other) => other.person === person && other.kind === 'agree')
  return { person, relation, answer, state: agreedBefore ? 'lapsed' : 'off' }
}
