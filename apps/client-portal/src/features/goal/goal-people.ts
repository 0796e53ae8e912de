import { liveParties, livePartyOf } from '@accord/domain/case/party'
import type { PersonId } from '@accord/domain/ids'
import type { Plan } from '@accord/domain/plan/plan'
import type { PersonName, Present } from '@accord/domain/sync/wire'
import type { Voices } from '@accord/ui/attributed-text/author-runs'
import type { LiveView } from '@accord/ui/live-plan/live-plan'
import { firstName } from '../../lib/people.js'

/** Everybody whose words may stand in a text, by id. */
export function voicesOf(people: readonly PersonName[]): Voices {
  return Object.fromEntries(
    people.map(({ person, relation, name }) => [person, { relation, name: firstName(name) }]),
  )
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
