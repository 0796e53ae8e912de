import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import type { GoalId, LogId } from '@accord/domain/ids'
import { goalOf } from '@accord/domain/plan/plan'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { keptPlanQuery, keptQuery } from '../../lib/kept.js'
import { KeptBanner } from '../../lib/kept-banner.js'
import { PageTitle } from '../../lib/page-title.js'
import { paths } from '../../lib/paths.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { KeptGoal, KeptWords } from './kept-goal.js'
import { PlanOpening } from './plan-opening.js'
import { useIsLate } from './use-is-late.js'

/** A plan that the server hasn't answered for. Without a network the goal is read out of the copy, if there is one. */
export function PlanWaiting({ plan: log }: { readonly plan: LogId }) {
  const { goal: id } = useParams()
  const isLate = useIsLate()
  const { data: kept, isPending: isKeptPending } = useQuery({ ...keptPlanQuery(log), enabled: isLate })
  const { data: goals, isPending } = useQuery({ ...keptQuery, enabled: isLate })
  if (!isLate || isKeptPending || isPending || id === undefined) return <PlanOpening isLate={isLate} />
  const goal = kept ? goalOf(kept.plan, id as GoalId) : undefined
  const of = goals?.list.cases.find((one) => one.plan === log)
  const summary = of?.goals.find((one) => one.id === id)
  if (kept && goal) {
    return (
      <KeptFrame name={goal.name.text} at={kept.at}>
        <KeptGoal kept={kept} goal={goal} />
      </KeptFrame>
    )
  }
  if (!goals || !of || !summary) return <PlanOpening isLate />
  return (
    <KeptFrame name={summary.name} at={goals.at}>
      <KeptWords {...summary} people={of.people} now={new Date()} />
      <OnlyTheWords />
    </KeptFrame>
  )
}

function OnlyTheWords() {
  const t = usePortalMessages()
  return <p className="ac-muted ac-small pt-kept-note">{t('kept.goalOnly')}</p>
}

interface KeptFrameProps {
  readonly name: string
  readonly at: number
  readonly children: ReactNode
}

function KeptFrame({ name, at, children }: KeptFrameProps) {
  const t = usePortalMessages()
  const ui = useUiMessages()
  return (
    <PortalShell
      title={name === '' ? ui('goal.unnamed') : name}
      back={{ href: paths.goals, label: t('goal.back') }}
      banner={<KeptBanner at={at} />}
    >
      <PageTitle name={t('goal.page')} />
      {children}
    </PortalShell>
  )
}
