import type { CaseId, ClinicId, GoalId, LogId, PersonId } from '@accord/domain/ids'
import type { CaseSummary, GoalSummary } from '@accord/domain/rest/case'
import type { Self } from '@accord/domain/rest/self'
import type { PersonName } from '@accord/domain/sync/wire'
import { writtenBy } from '@accord/domain/text/attributed'

const CLINIC = 'clinic' as ClinicId
export const MARA = 'mara' as PersonId
export const JONAH = 'jonah' as PersonId
export const RUTH = 'ruth' as PersonId
export const SLEEP = '018f0000-0000-7000-8000-00000000000a' as GoalId
export const PLAN = '018f0000-0000-7000-8000-000000000001' as LogId

export const PEOPLE: readonly PersonName[] = [
  { person: MARA, name: 'Mara Lindqvist', relation: 'practitioner' },
  { person: JONAH, name: 'Jonah Okafor', relation: 'client' },
  { person: RUTH, name: 'Ruth Adeyemi', relation: 'supervisor' },
]

export function aSelf(person: PersonId, name: string, roles: Self['roles']): Self {
  return {
    person: { id: person, name, email: `${person}@alderhouse.example` },
    clinic: { id: CLINIC, name: 'Alder House Practice', demo: true },
    audience: 'console',
    roles,
    mustEnrol: false,
  }
}

export const AS_MARA = aSelf(MARA, 'Mara Lindqvist', ['practitioner'])
export const AS_RUTH = aSelf(RUTH, 'Ruth Adeyemi', ['supervisor'])

export function aGoalSummary(changes: Partial<GoalSummary> = {}): GoalSummary {
  const half = { answer: null, state: 'off' } as const
  return {
    id: SLEEP,
    name: 'Sleep',
    statement: writtenBy(JONAH, 'I sleep through most nights'),
    lifecycle: 'proposed',
    agreement: {
      kind: 'open',
      halves: [
        { person: MARA, relation: 'practitioner', ...half },
        { person: JONAH, relation: 'client', ...half },
      ],
    },
    lastChange: { by: JONAH, at: Date.now() },
    ...changes,
  }
}

export function aCase(changes: Partial<CaseSummary> = {}): CaseSummary {
  return {
    caseId: 'case' as CaseId,
    plan: PLAN,
    discipline: 'counselling',
    openedAt: Date.now() - 86_400_000,
    closedAt: null,
    relation: 'practitioner',
    people: PEOPLE,
    goals: [aGoalSummary()],
    confidential: null,
    ...changes,
  }
}
