import { useId, type ReactNode } from 'react'
import type { GoalSummary } from '@accord/domain/rest/case'
import type { PersonName } from '@accord/domain/sync/wire'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { confidantNames, guardianNames } from '../../lib/confidence.js'
import { firstName } from '../../lib/people.js'
import { useSelf } from '../../lib/self-context.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { SetAsideGoals } from './set-aside-goals.js'

interface BetweenGoalsProps {
  readonly people: readonly PersonName[]
  readonly goals: readonly GoalSummary[]
  readonly item: (goal: GoalSummary) => ReactNode
}

/** What is kept from a guardian, in a group of its own that says who reads it. Nothing while there is nothing. (CF6, CF7) */
export function BetweenGoals({ people, goals, item }: BetweenGoalsProps) {
  const t = usePortalMessages()
  const format = useFormat()
  const { person } = useSelf()
  const headingId = useId()
  if (goals.length === 0) return null
  const setAside = goals.filter(({ lifecycle }) => lifecycle === 'on-hold')
  const standing = goals.filter(({ lifecycle }) => lifecycle !== 'on-hold')
  const supervisors = people.filter(({ relation }) => relation === 'supervisor')
  const guardians = format.list(guardianNames(people))
  return (
    <section aria-labelledby={headingId}>
      <h2 className="ac-portal-section" id={headingId}>
        {t('between.only', { names: format.list(confidantNames(people, person.id)) })}
      </h2>
      <p className="pt-readers pt-between">
        <LockIcon size={18} />
        <span>
          {supervisors.length === 0
            ? t('between.note', { guardians })
            : t('between.noteSupervised', {
                guardians,
                names: format.list(supervisors.map(({ name }) => firstName(name))),
              })}
        </span>
      </p>
      <ul className="pt-goals">{standing.map(item)}</ul>
      {setAside.length > 0 && (
        <SetAsideGoals words={t('goals.setAside', { count: setAside.length })}>
          {setAside.map(item)}
        </SetAsideGoals>
      )}
    </section>
  )
}
