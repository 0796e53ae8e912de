import type { LogId } from '@accord/domain/ids'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { LiveView } from '@accord/ui/live-plan/live-plan'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { CloudOffIcon } from '@accord/ui/icons/cloud-off-icon'
import { ErrorState } from '@accord/ui/states/error-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { clientsOf, givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { HeldPlan } from '../room/held-plan.js'
import { PlanEnded } from '../room/plan-ended.js'
import { type Room, RoomContext } from '../room/room-context.js'
import { GoalsRoom } from './goals-room.js'
import { Drafts } from '../drafts/drafts.js'
import { NotSavedWords } from '../../../lib/not-saved-words.js'
import { useIsLate } from './use-is-late.js'

interface GoalsTabProps {
  readonly summary: CaseSummary
  readonly log: LogId
  /** Null until the plan is open, and after it ended. */
  readonly room: Room | null
  readonly view: LiveView
  /** The writer has words that couldn't be saved, though the plan has ended. */
  readonly onDismiss: (index: number) => void
}

export function GoalsTab({ summary, log, room, view, onDismiss }: GoalsTabProps) {
  const ui = useUiMessages()
  const format = useFormat()
  const names = format.list(clientsOf(summary.people).map(({ name }) => givenName(name)))
  if (room !== null) {
    return (
      <RoomContext value={room}>
        <GoalsRoom>{room.mayWrite && !room.isBetween && <Drafts />}</GoalsRoom>
      </RoomContext>
    )
  }
  if (view.ended === 'plan-unreadable') {
    return (
      <HeldPlan summary={summary} log={log}>
        <GoalsRoom />
        <div className="ac-page">
          <NotSavedWords view={view} onDismiss={onDismiss} />
        </div>
      </HeldPlan>
    )
  }
  return (
    <div className="ac-page">
      {view.ended === null ? (
        <Opening sentence={ui('loading.goals', { name: names })} />
      ) : (
        <div className="web-stack">
          <PlanEnded ending={view.ended} name={names} erased={view.erased} />
          <NotSavedWords view={view} onDismiss={onDismiss} />
        </div>
      )}
    </div>
  )
}

/** The connection goes on trying by itself; after a while that is said. */
function Opening({ sentence }: { readonly sentence: string }) {
  const t = useWebMessages()
  if (!useIsLate()) return <GoalSkeleton sentence={sentence} />
  return (
    <ErrorState
      icon={<CloudOffIcon size={30} />}
      title={t('goals.late.title')}
      sentence={t('goals.late.sentence')}
      onRetry={() => window.dispatchEvent(new Event('online'))}
    />
  )
}
