import { useId } from 'react'
import { useNavigate } from 'react-router'
import type { LogId } from '@accord/domain/ids'
import type { CaseSummary, GoalSummary } from '@accord/domain/rest/case'
import type { Self } from '@accord/domain/rest/self'
import { Button } from '@accord/ui/controls/button'
import { NewGoalPrompt } from '@accord/ui/goal/new-goal-prompt'
import { PenIcon } from '@accord/ui/icons/pen-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { EmptyState } from '@accord/ui/states/empty-state'
import { mayWriteIn } from '../../lib/case-write.js'
import { useKept } from '../../lib/kept.js'
import { firstName } from '../../lib/people.js'
import { paths } from '../../lib/paths.js'
import { SupervisorSaid } from '../../lib/supervisor-said.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { BetweenGoals } from './between-goals.js'
import { DraftsOfCase } from './drafts-of-case.js'
import { GoalItem } from './goal-item.js'
import { HeldGoals } from './held-goals.js'
import { SetAsideGoals } from './set-aside-goals.js'

interface GoalsOfCaseProps {
  readonly summary: CaseSummary
  readonly self: Self
  readonly now: Date
  /** With several cases each says whose goals these are. */
  readonly isHeaded: boolean
}

/** The goals that one group of people writes together, in the rank they gave them. */
export function GoalsOfCase({ summary, self, now, isHeaded }: GoalsOfCaseProps) {
  const t = usePortalMessages()
  const format = useFormat()
  const navigate = useNavigate()
  const headingId = useId()
  const { plan, people, goals, confidential, closedAt, unreadable: isHeld = false } = summary
  const reader = { t, format, self: self.person.id, people, now }
  const setAside = goals.filter((goal) => goal.lifecycle === 'on-hold')
  const standing = goals.filter((goal) => goal.lifecycle !== 'on-hold')
  const isKept = useKept() !== null
  const mayWrite = !isKept && !isHeld && mayWriteIn(self, summary)
  const start = () => void navigate(paths.newGoal(plan))
  const others = people.filter(
    ({ person, relation }) =>
      person !== self.person.id && relation !== 'supervisor' && relation !== 'administrator',
  )
  const names = format.list(others.map(({ name }) => firstName(name)))
  const emptyWords = () => {
    if (mayWrite) return t('goals.emptyStart', { names })
    return isKept ? t('kept.empty') : t('goals.emptyClosed')
  }
  const itemIn = (log: LogId) => (goal: GoalSummary) => (
    <li key={goal.id}>
      <GoalItem plan={log} goal={goal} reader={reader} />
    </li>
  )
  const item = itemIn(plan)
  return (
    <section {...(isHeaded ? { 'aria-labelledby': headingId } : { 'aria-label': t('goals.title') })}>
      {isHeaded && (
        <h2 className="ac-portal-section" id={headingId}>
          {t('goals.with', { names })}
        </h2>
      )}
      {closedAt !== null && (
        <p className="pt-closed">{t('goals.closed', { day: format.day(new Date(closedAt), now) })}</p>
      )}
      {mayWrite && goals.length > 0 && (
        <>
          <NewGoalPrompt words={t('goals.start')} onPress={start} />
          <p className="ac-muted pt-start-note">
            {confidential === null ? t('goals.startNote', { names }) : t('between.startNote')}
          </p>
        </>
      )}
      {isHeld && !isKept && <HeldGoals plan={plan} names={names} item={item} />}
      {isHeld ? null : goals.length === 0 ? (
        <EmptyState
          title={t('goals.empty')}
          sentence={emptyWords()}
          actions={
            mayWrite && (
              <Button kind="primary" size="large" icon={<PenIcon size={20} />} onPress={start}>
                {t('goals.emptyAction')}
              </Button>
            )
          }
        />
      ) : (
        <ul className="pt-goals">{standing.map(item)}</ul>
      )}
      <SupervisorSaid caseId={summary.caseId} goal={null} now={now} />
      {setAside.length > 0 && (
        <SetAsideGoals words={t('goals.setAside', { count: setAside.length })}>
          {setAside.map(item)}
        </SetAsideGoals>
      )}
      {confidential !== null && confidential.log !== null && (
        <BetweenGoals people={people} goals={confidential.goals} item={itemIn(confidential.log)} />
      )}
      {isKept ? (
        <p className="ac-muted ac-small pt-kept-note">{t('kept.drafts')}</p>
      ) : (
        <DraftsOfCase summary={summary} now={now} />
      )}
    </section>
  )
}
