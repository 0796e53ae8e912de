import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { LogId } from '@accord/domain/ids'
import type { GoalSummary } from '@accord/domain/rest/case'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { ErrorState } from '@accord/ui/states/error-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { HeldNote } from '../../lib/held-note.js'
import { readableQuery } from '../../lib/readable.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

interface HeldGoalsProps {
  readonly plan: LogId
  readonly names: string
  readonly item: (goal: GoalSummary) => ReactNode
}

/** The goals of a plan whose record does not hold, as far as it does. (FT12) */
export function HeldGoals({ plan, names, item }: HeldGoalsProps) {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const { data: readable, error, refetch } = useQuery(readableQuery(plan))
  if (readable === undefined && error === null)
    return <GoalSkeleton sentence={ui('loading.goals', { name: names })} />
  if (readable === undefined) {
    return (
      <ErrorState
        title={t('plan.ended.plan-unreadable')}
        sentence={t('plan.endedSafe.plan-unreadable')}
        onRetry={() => void refetch()}
      />
    )
  }
  return (
    <>
      <HeldNote readable={readable} />
      <ul className="pt-goals">{readable.goals.map(item)}</ul>
    </>
  )
}
