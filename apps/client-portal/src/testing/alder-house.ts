import type { Agreement, HalfState } from '@accord/domain/agreement/state'
import type { AnswerKind } from '@accord/domain/agreement/answer'
import type { CaseId, ClinicId, GoalId, LogId, PersonId } from '@accord/domain/ids'
import type { CaseSummary, GoalSummary } from '@accord/domain/rest/case'
import type { ClinicGreeting, Self } from '@accord/domain/rest/self'
import type { PersonName } from '@accord/domain/sync/wire'

const id = (number: number) => `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`

export const PLAN = id(1) as LogId
export const CLIENT = id(2) as PersonId
export const PRACTITIONER = id(3) as PersonId
export const PARTNER = id(4) as PersonId
export const CASE = id(5) as CaseId
export const DAY = Date.UTC(2026, 9, 29, 12)

export const PEOPLE: readonly PersonName[] = [
  { person: CLIENT, name: 'Jonah Okafor', relation: 'client' },
  { person: PRACTITIONER, name: 'Mara Lindqvist', relation: 'practitioner' },
]

export const SELF: Self = {
  person: { id: CLIENT, name: 'Jonah Okafor', email: 'jonah@alderhouse.example' },
  clinic: { id: id(9) as ClinicId, name: 'Alder House Practice', demo: true },
  audience: 'portal',
  roles: [],
  mustEnrol: false,
}

export const GREETING: ClinicGreeting = {
  name: 'Alder House Practice',
  demo: {
    password: 'one-for-all',
    people: [
      { name: 'Jonah Okafor', email: 'jonah@alderhouse.example', relation: 'client' },
      { name: 'Mara Lindqvist', email: 'mara@alderhouse.example', relation: 'practitioner' },
    ],
  },
  otherApp: 'http://localhost:4000',
  sendsLetters: true,
}

/** The halves of a goal between client and practitioner. */
export function halves(
  client: HalfState,
  practitioner: HalfState,
  said: { readonly by: PersonId; readonly kind: AnswerKind } | null = null,
): Agreement['halves'] {
  const half = (person: PersonId, relation: 'client' | 'practitioner', state: HalfState) => {
    const kind = state === 'on' ? 'agree' : said?.by === person ? said.kind : null
    const answer = kind && { person, wording: 'w', kind, reason: null, at: DAY, seq: 1 }
    return { person, relation, state, answer }
  }
  return [half(CLIENT, 'client', client), half(PRACTITIONER, 'practitioner', practitioner)]
}

let goals = 100

export function aGoal(name: string, more: Partial<GoalSummary> = {}): GoalSummary {
  const text = 'Words that somebody wrote.'
  return {
    id: id(++goals) as GoalId,
    name,
    statement: { text, runs: [[CLIENT, text.length]] },
    lifecycle: 'proposed',
    agreement: { kind: 'open', halves: halves('off', 'off') },
    lastChange: { by: PRACTITIONER, at: DAY },
    ...more,
  }
}

let cases = 200

export function aCase(more: Partial<CaseSummary> = {}): CaseSummary {
  return {
    caseId: id(++cases) as CaseId,
    plan: PLAN,
    discipline: 'counselling',
    openedAt: DAY,
    closedAt: null,
    relation: 'client',
    people: PEOPLE,
    goals: [],
    confidential: null,
    ...more,
  }
}
