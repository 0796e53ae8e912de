import { useMemo } from 'react'
import type { LogId } from '@accord/domain/ids'
import type { CaseSummary } from '@accord/domain/rest/case'
import { useLivePlan } from '@accord/ui/live-plan/use-live-plan'
import { voicesOf } from '../../../lib/people.js'
import { mayWriteIn } from '../../../lib/may-write-in.js'
import { useNow } from '../../../lib/use-now.js'
import { useSelf } from '../../../lib/self-context.js'
import { GoalsTab } from '../goals/goals-tab.js'
import { HistoryTab } from '../history/history-tab.js'
import type { Room } from '../room/room-context.js'
import { RoomStatus } from '../room/room-status.js'
import { BetweenEmpty } from './between-empty.js'
import { BetweenNote } from './between-note.js'

interface BetweenTabProps {
  readonly summary: CaseSummary
  readonly shows: 'goals' | 'history'
}

/** What client and practitioner keep from a guardian: a room of its own, or how it came to be. (CF6, CF7) */
export function BetweenTab({ summary, shows }: BetweenTabProps) {
  const log = summary.confidential?.log ?? null
  if (log === null) return <BetweenEmpty summary={summary} />
  return <OpenBetween key={log} summary={summary} log={log} shows={shows} />
}

function OpenBetween({ summary, log, shows }: BetweenTabProps & { readonly log: LogId }) {
  const self = useSelf()
  const now = useNow()
  const viewer = self.person.id
  const { live, view } = useLivePlan({ plan: log, person: viewer })
  const { plan } = view
  const confidants = summary.people.filter(({ relation }) => relation !== 'guardian')
  const people = view.people.length > 0 ? view.people : confidants
  const voices = useMemo(() => voicesOf(people), [people])
  const room: Room | null =
    live && plan && view.phase === 'open'
      ? {
          caseId: summary.caseId,
          isBetween: true,
          live,
          view,
          plan,
          people,
          voices,
          viewer,
          now,
          mayWrite: mayWriteIn(self, summary, plan),
        }
      : null
  return (
    <>
      {room !== null && <RoomStatus room={room} />}
      <BetweenNote summary={summary} shows={shows} />
      {shows === 'goals' ? (
        <GoalsTab
          summary={summary}
          log={log}
          room={room}
          view={view}
          onDismiss={(index) => live?.dismissRefused(index)}
        />
      ) : (
        <HistoryTab summary={summary} log={log} plan={plan} headSeq={view.seq} />
      )}
    </>
  )
}
