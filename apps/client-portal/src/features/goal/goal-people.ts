import { liveParties, livePartyOf } from '@accord/domain/case/party'
import type { Goal } from '@accord/domain/goal/goal'
import type { PersonId } from '@accord/domain/ids'
import type { Plan } from '@accord/domain/plan/plan'
import type { PersonName, Present } from '@accord/domain/sync/wire'
import { voicesOf as drawnVoices } from '@accord/ui/attributed-text/voices-of'
import type { Voices } from '@accord/ui/attributed-text/author-runs'
import type { LiveView } from '@accord/ui/live-plan/live-plan'
import { type GoalFamily, goalFamily } from '@accord/ui/whose-goal/goal-family'
import { firstName } from '../../lib/people.js'
import type { OpenPlan } from './open-plan.js'

/** Everybody whose words may stand in a text, by id. */
export function voicesOf(people: readonly PersonName[]): Voices {
  return drawnVoices(people, firstName)
}

/** The people whom a plan is shared with now, in the order of the case: its parties, and who supervises it. */
export function readersOf(plan: Plan, people: readonly PersonName[]): readonly PersonName[] {
  return people.filter(
    ({ person, relation }) => relation === 'supervisor' || livePartyOf(plan.parties, person) !== undefined,
  )
}

export interface Company {
  /** Other parties who have the plan open. */
  readonly writers: readonly PersonId[]
  /** Of those, who is in this goal. */
  readonly inGoal: readonly PersonId[]
  /** Who reads along without a part in it. Nobody does so unseen. (AC3) */
  readonly watchers: readonly PersonId[]
}

/** Who else is here; a person with several tabs is here once. */
export function companyOf(view: LiveView, goal: string): Company {
  const isParty = ({ relation }: Present) => relation !== 'supervisor' && relation !== 'administrator'
  const idsOf = (here: readonly Present[]) => [...new Set(here.map(({ person }) => person))]
  const writers = view.here.filter(isParty)
  const typing = view.typing.filter((one) => one.goal === goal).map(({ person }) => person)
  const looking = idsOf(writers.filter(({ at }) => at?.goal === goal))
  return {
    writers: idsOf(writers),
    inGoal: [...new Set([...looking, ...typing])],
    watchers: idsOf(view.here.filter((one) => !isParty(one))),
  }
}

/** The practitioner of the plan, whose half of the pair stands beside the client's. */
export function practitionerOf(plan: Plan, people: readonly PersonName[]): PersonName | null {
  const party = liveParties(plan.parties).find(({ relation }) => relation === 'practitioner')
  return people.find(({ person }) => person === party?.person) ?? null
}

/** A goal and the people round it, as the reader names them. */
export function goalFamilyOf({ live, plan, view }: OpenPlan, goal: Goal): GoalFamily {
  return goalFamily({ live, plan, goal, people: view.people, viewer: view.me?.person ?? null })
}
