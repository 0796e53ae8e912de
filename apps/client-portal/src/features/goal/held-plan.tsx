import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import type { GoalId, LogId } from '@accord/domain/ids'
import { goalOf } from '@accord/domain/plan/plan'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { HeldNote } from '../../lib/held-note.js'
import { PageTitle } from '../../lib/page-title.js'
import { paths } from '../../lib/paths.js'
import { readableQuery } from '../../lib/readable.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { KeptGoal } from './kept-goal.js'
import { PlanEnded } from './plan-ended.js'
import { PlanOpening } from './plan-opening.js'

interface HeldPlanProps {
  readonly plan: LogId
  /** Words that were not sent before, for their writer to keep. (OF11) */
  readonly children: ReactNode
}

/** A goal in a plan whose record does not hold: what holds of it can be read. (FT12) */
export function HeldPlan({ plan: log, children }: HeldPlanProps) {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const { goal: id } = useParams()
  const { data: readable, error } = useQuery(readableQuery(log))
  if (error !== null) return <PlanEnded ending="plan-unreadable">{children}</PlanEnded>
  if (readable === undefined) return <PlanOpening isLate={false} />
  const { plan, people, at } = readable
  const goal = plan && id !== undefined ? goalOf(plan, id as GoalId) : undefined
  const name = goal?.name.text ?? ''
  return (
    <PortalShell
      title={goal && name === '' ? ui('goal.unnamed') : name || t('goal.page')}
      back={{ href: paths.goals, label: t('goal.back') }}
    >
      <PageTitle name={t('goal.page')} />
      <HeldNote readable={readable} />
      {children}
      {plan && goal ? (
        <KeptGoal kept={{ plan, people, at: at ?? 0 }} goal={goal} because="held" />
      ) : (
        <p className="ac-muted pt-kept-note">{t('held.later')}</p>
      )}
    </PortalShell>
  )
}
