import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Outlet, useParams } from 'react-router'
import { isUuid, type LogId } from '@accord/domain/ids'
import { useLivePlan } from '@accord/ui/live-plan/use-live-plan'
import { caseOfLog, casesQuery } from '../../lib/cases.js'
import { guardianNames } from '../../lib/confidence.js'
import { useSelf } from '../../lib/self-context.js'
import { noteSignInEnded } from '../../lib/self.js'
import { HeldPlan } from './held-plan.js'
import type { OpenPlan } from './open-plan.js'
import { PlanEnded } from './plan-ended.js'
import { PlanPaused } from './plan-paused.js'
import { PlanWaiting } from './plan-waiting.js'
import { UnsavedBoxes } from './unsaved-boxes.js'
import { useKeepPlan } from './use-keep-plan.js'

/** Holds a plan open and live for the pages inside it. */
export function PlanFrame() {
  const { plan } = useParams()
  if (plan === undefined || !isUuid(plan)) return <PlanEnded ending="not-found" />
  return <LiveFrame key={plan} plan={plan as LogId} />
}

function LiveFrame({ plan }: { readonly plan: LogId }) {
  const client = useQueryClient()
  const { person } = useSelf()
  const { data: list } = useQuery(casesQuery)
  const { live, view } = useLivePlan({ plan, person: person.id })
  const isPlan = list?.cases.some((one) => one.plan === plan) === true
  useKeepPlan(plan, view, isPlan)
  const isSignedOut = view.ended === 'signed-out'
  useEffect(() => {
    if (isSignedOut) noteSignInEnded(client)
  }, [isSignedOut, client])
  // What was changed here shows in the list as soon as one is back there.
  useEffect(() => () => void client.invalidateQueries(casesQuery), [client])
  if (isSignedOut) return null
  if (view.ended !== null) {
    const unsaved = live && <UnsavedBoxes open={{ live, view }} goal={null} />
    if (view.ended === 'plan-unreadable') return <HeldPlan plan={plan}>{unsaved}</HeldPlan>
    return (
      <PlanEnded ending={view.ended} erased={view.erased}>
        {unsaved}
      </PlanEnded>
    )
  }
  if (live === null || view.plan === null) return <PlanWaiting plan={plan} />
  const summary = list && caseOfLog(list, plan)
  const { caseId = null, closedAt = null } = summary ?? {}
  const keptFrom = summary?.confidential?.log === plan ? guardianNames(summary.people) : null
  if (view.plan.live?.pausedBy != null) return <PlanPaused view={view} pausedBy={view.plan.live.pausedBy} />
  return <Outlet context={{ live, view, plan: view.plan, caseId, closedAt, keptFrom } satisfies OpenPlan} />
}
