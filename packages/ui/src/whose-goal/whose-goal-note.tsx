import { PeopleIcon } from '../icons/people-icon.js'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { type GoalFamily, namesOfOwners, ownersOf } from './goal-family.js'

/** On a goal that was narrowed: for whom it is, and that the others read it as before. (AG11) */
export function WhoseGoalNote({ family }: { readonly family: GoalFamily }) {
  const t = useUiMessages()
  const format = useFormat()
  if (family.goal.narrowedTo === null) return null
  const owners = ownersOf(family)
  const others = family.people.map(({ person }) => person).filter((person) => !owners.includes(person))
  const names = namesOfOwners(t, format, family, owners)
  return (
    <p className="ac-whose-goal-note ac-small ac-muted">
      <PeopleIcon size={16} />
      <span>
        {others.length === 0
          ? t('whoseGoal.only', { names })
          : t('whoseGoal.note', { names, others: namesOfOwners(t, format, family, others) })}
      </span>
    </p>
  )
}
