import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { livePartyOf } from '@accord/domain/case/party'
import type { LogId } from '@accord/domain/ids'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { ReadablePlan } from '@accord/domain/rest/readable'
import { planAtRest } from '@accord/ui/kept-goals/plan-at-rest'
import { OPENING_VIEW } from '@accord/ui/live-plan/live-view'
import { useFormat } from '@accord/ui/messages/use-format'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { clientsOf, givenName, voicesOf } from '../../../lib/people.js'
import { useSelf } from '../../../lib/self-context.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { readableQuery } from '../api/readable.js'
import { HeldNote } from './held-note.js'
import { PlanEnded } from './plan-ended.js'
import { type Room, RoomContext } from './room-context.js'

interface HeldPlanProps {
  readonly summary: CaseSummary
  readonly log: LogId
  /** The goals, and whatever stands beside them. */
  readonly children: ReactNode
}

/** A plan whose record does not hold: what holds of it can be read, nobody writes in it. (FT12) */
export function HeldPlan({ summary, log, children }: HeldPlanProps) {
  const t = useWebMessages()
  const format = useFormat()
  const names = format.list(clientsOf(summary.people).map(({ name }) => givenName(name)))
  const { data: readable, error } = useQuery(readableQuery(log))
  if (readable === undefined) {
    return (
      <div className="ac-page">
        {error === null ? (
          <GoalSkeleton sentence={t('held.loading', { names })} />
        ) : (
          <PlanEnded ending="plan-unreadable" name={names} />
        )}
      </div>
    )
  }
  return (
    <>
      <div className="ac-page">
        <HeldNote readable={readable} summary={summary} names={names} />
      </div>
      {readable.plan !== null && (
        <AtRest summary={summary} readable={{ ...readable, plan: readable.plan }}>
          {children}
        </AtRest>
      )}
    </>
  )
}

interface AtRestProps {
  readonly summary: CaseSummary
  readonly readable: ReadablePlan & { readonly plan: NonNullable<ReadablePlan['plan']> }
  readonly children: ReactNode
}

function AtRest({ summary, readable, children }: AtRestProps) {
  const now = useNow()
  const viewer = useSelf().person.id
  const { plan, people, log } = readable
  const party = livePartyOf(plan.parties, viewer)
  const me = party ? { person: viewer, relation: party.relation } : null
  const view = { ...OPENING_VIEW, phase: 'open', isOnline: true, plan, seq: plan.seq, me, people } as const
  const room: Room = {
    caseId: summary.caseId,
    isBetween: log !== summary.plan,
    isHeld: true,
    live: planAtRest(view),
    view,
    plan,
    people,
    voices: voicesOf(people),
    viewer,
    now,
    mayWrite: false,
  }
  return <RoomContext value={room}>{children}</RoomContext>
}
