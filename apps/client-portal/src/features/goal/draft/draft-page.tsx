import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useParams } from 'react-router'
import { isUuid, type GoalId, type LogId } from '@accord/domain/ids'
import { goalOf } from '@accord/domain/plan/plan'
import type { CaseSummary } from '@accord/domain/rest/case'
import { useLivePlan } from '@accord/ui/live-plan/use-live-plan'
import { casesQuery } from '../../../lib/cases.js'
import { draftsQuery } from '../../../lib/drafts.js'
import { useSelf } from '../../../lib/self-context.js'
import { noteSignInEnded } from '../../../lib/self.js'
import { PlanEnded } from '../plan-ended.js'
import { PlanOpening } from '../plan-opening.js'
import { useIsLate } from '../use-is-late.js'
import { DraftGoal } from './draft-goal.js'

/** A goal that only its writer sees. The plan itself stays closed: opening it would tell others that one is here. (DR1) */
export function DraftPage() {
  const { caseId, goal } = useParams()
  const isLate = useIsLate()
  const { data: list } = useQuery(casesQuery)
  const summary = list?.cases.find((one) => one.caseId === caseId)
  if (goal === undefined || !isUuid(goal)) return <PlanEnded ending="not-found" />
  if (summary === undefined) return list ? <PlanEnded ending="not-found" /> : <PlanOpening isLate={isLate} />
  return <DraftOfCase summary={summary} goal={goal as GoalId} />
}

interface DraftOfCaseProps {
  readonly summary: CaseSummary
  readonly goal: GoalId
}

function DraftOfCase({ summary, goal }: DraftOfCaseProps) {
  const isLate = useIsLate()
  const { data: own } = useQuery(draftsQuery(summary.caseId))
  if (own === undefined) return <PlanOpening isLate={isLate} />
  if (own.log === null) return <PlanEnded ending="not-found" />
  return <LiveDraft log={own.log} summary={summary} goal={goal} />
}

function LiveDraft({ log, summary, goal: id }: DraftOfCaseProps & { readonly log: LogId }) {
  const client = useQueryClient()
  const isLate = useIsLate()
  const { person } = useSelf()
  const { live, view } = useLivePlan({ plan: log, person: person.id })
  const isSignedOut = view.ended === 'signed-out'
  useEffect(() => {
    if (isSignedOut) noteSignInEnded(client)
  }, [isSignedOut, client])
  // What was changed here shows in the list as soon as one is back there.
  useEffect(() => () => void client.invalidateQueries(casesQuery), [client])
  if (isSignedOut) return null
  if (view.ended !== null) return <PlanEnded ending={view.ended} erased={view.erased} />
  if (live === null || view.plan === null) return <PlanOpening isLate={isLate} />
  const goal = goalOf(view.plan, id)
  if (goal === undefined) return <PlanEnded ending="not-found" />
  const { caseId, closedAt } = summary
  const open = { live, view, plan: view.plan, caseId, closedAt, keptFrom: null }
  return <DraftGoal open={open} goal={goal} summary={summary} />
}
