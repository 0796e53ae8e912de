import { useMemo } from 'react'
import { may } from '@accord/domain/access/may'
import type { Plan } from '@accord/domain/plan/plan'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { Self } from '@accord/domain/rest/self'
import { Tabs } from '@accord/ui/controls/tabs'
import { useLivePlan } from '@accord/ui/live-plan/use-live-plan'
import { actorOf } from '../../lib/self.js'
import { useSelf } from '../../lib/self-context.js'
import { voicesOf } from '../../lib/people.js'
import { useNow } from '../../lib/use-now.js'
import { useVoice } from '../../lib/use-voice.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { CaseHead } from './case-head.js'
import { GoalsTab } from './goals/goals-tab.js'
import { HistoryTab } from './history/history-tab.js'
import { ProfileTab } from './profile/profile-tab.js'
import type { Room } from './room/room-context.js'
import { RoomStatus } from './room/room-status.js'

export type ClientTab = 'goals' | 'history' | 'profile'

interface OpenClientProps {
  readonly summary: CaseSummary
  readonly tab: ClientTab
}

/** The plan stays open while one goes from its goals to its history, so nothing unsent has to wait. */
export function OpenClient({ summary, tab }: OpenClientProps) {
  const t = useWebMessages()
  const self = useSelf()
  const now = useNow()
  const viewer = self.person.id
  const { live, view } = useLivePlan({ plan: summary.plan, person: viewer })
  useVoice(summary.relation === 'supervisor' ? 'supervisor' : 'practitioner')
  const { plan } = view
  const people = view.people.length > 0 ? view.people : summary.people
  const voices = useMemo(() => voicesOf(people), [people])
  const room: Room | null =
    live && plan && view.phase === 'open'
      ? {
          caseId: summary.caseId,
          live,
          view,
          plan,
          people,
          voices,
          viewer,
          now,
          mayWrite: mayWrite(self, summary, plan),
        }
      : null
  const present = new Set<string>(room ? [viewer, ...view.here.map(({ person }) => person)] : [])
  const count = plan?.order.filter((id) => plan.goals[id]?.lifecycle !== 'on-hold').length
  const goals = { id: 'goals', label: t('client.tab.goals'), href: `/clients/${summary.caseId}/goals` }
  return (
    <>
      <CaseHead summary={summary} present={present} />
      {room !== null && <RoomStatus room={room} />}
      <Tabs
        label={t('client.tabs')}
        selected={tab}
        items={[
          count === undefined ? goals : { ...goals, count },
          { id: 'history', label: t('client.tab.history'), href: `/clients/${summary.caseId}/history` },
          { id: 'profile', label: t('client.tab.profile'), href: `/clients/${summary.caseId}/profile` },
        ]}
      >
        {tab === 'goals' && (
          <GoalsTab
            summary={summary}
            room={room}
            view={view}
            onDismiss={(index) => live?.dismissRefused(index)}
          />
        )}
        {tab === 'history' && <HistoryTab summary={summary} plan={plan} headSeq={view.seq} />}
        {tab === 'profile' && <ProfileTab summary={summary} />}
      </Tabs>
    </>
  )
}

function mayWrite(self: Self, { caseId, closedAt, relation }: CaseSummary, plan: Plan): boolean {
  const supervisors = relation === 'supervisor' ? [self.person.id] : []
  const facts = { clinic: self.clinic.id, caseId, parties: plan.parties, supervisors, closedAt }
  return may(actorOf(self), 'plan.write', { kind: 'case', facts })
}
