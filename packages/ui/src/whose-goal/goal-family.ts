import { partiesOf } from '@accord/domain/agreement/state'
import { liveParties, type PartyRelation } from '@accord/domain/case/party'
import type { Goal } from '@accord/domain/goal/goal'
import type { PersonId } from '@accord/domain/ids'
import type { GoalCommand } from '@accord/domain/plan/command'
import type { Plan } from '@accord/domain/plan/plan'
import type { PersonName } from '@accord/domain/sync/wire'
import type { LivePlan } from '../live-plan/live-plan.js'
import type { Messages } from '../messages/compiled/messages.js'
import type { Format } from '../messages/format.js'
import type { Translate } from '../messages/translate.js'
import { shortNameOf } from './short-name.js'

/** One goal, and the people round it as the viewer names them. */
export interface GoalFamily {
  readonly live: Pick<LivePlan, 'command'>
  readonly goal: Goal
  /** Everybody who writes in the case now. */
  readonly people: readonly {
    readonly person: PersonId
    readonly name: string
    readonly relation: PartyRelation
  }[]
  /** Everybody who can read the goal, whosesoever it is; supervisors too. */
  readonly readers: readonly string[]
  readonly viewer: PersonId | null
}

interface FamilyParts {
  readonly live: Pick<LivePlan, 'command'>
  readonly plan: Plan
  readonly goal: Goal
  readonly people: readonly PersonName[]
  readonly viewer: PersonId | null
}

export function goalFamily({ live, plan, goal, people, viewer }: FamilyParts): GoalFamily {
  const named = liveParties(plan.parties).map(({ person, relation }) => ({
    person,
    relation,
    name: shortNameOf(people, person),
  }))
  const watching = people.filter(({ relation }) => relation === 'supervisor')
  return {
    live,
    goal,
    viewer,
    people: named,
    readers: [...named.map(({ name }) => name), ...watching.map(({ person }) => shortNameOf(people, person))],
  }
}

/** With two there is nobody to leave out. */
export function canNarrow({ people }: GoalFamily): boolean {
  return people.length > 2
}

/** Those whose agreement it needs now. (AG11) */
export function ownersOf({ goal, people }: GoalFamily): readonly PersonId[] {
  const parties = people.map(({ person, relation }) => ({ person, relation, since: 0, until: null }))
  return partiesOf(goal, parties).map(({ person }) => person)
}

/** What to ask of the plan, or null where the choice is as it was; everybody's goal is narrowed to nobody. */
export function chosenCommand(family: GoalFamily, chosen: readonly PersonId[]): GoalCommand | null {
  const { goal, people } = family
  const before = ownersOf(family)
  if (chosen.length === before.length && chosen.every((person) => before.includes(person))) return null
  return { name: 'goal.narrow', goal: goal.id, to: chosen.length === people.length ? null : chosen }
}

/** "Mara and you" */
export function namesOfOwners(
  t: Translate<Messages>,
  format: Format,
  { people, viewer }: GoalFamily,
  owners: readonly PersonId[],
): string {
  const chosen = people.filter(({ person }) => owners.includes(person))
  return format.list(chosen.map(({ person, name }) => (person === viewer ? t('whoseGoal.you') : name)))
}
