import { type ReactNode, useState } from 'react'
import { EmptyState } from '@accord/ui/states/empty-state'
import { Button } from '@accord/ui/controls/button'
import { PenIcon } from '@accord/ui/icons/pen-icon'
import { newDraftId, newGoalId } from '@accord/ui/live-plan/new-goal-id'
import { useFormat } from '@accord/ui/messages/use-format'
import { ConsoleColumns } from '@accord/ui/shell/console-shell'
import { clientsOf, givenName } from '../../../lib/people.js'
import { useShowShortcuts } from '../../../lib/shortcuts-context.js'
import { useSingleKeys } from '../../../lib/use-single-keys.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { useRoom } from '../room/room-context.js'
import { DeskContext, type Desk, type OpenField } from './desk-context.js'
import { goalsSetAside, presentGoals } from './goal-order.js'
import { GoalsHead } from './goals-head.js'
import { GoalsSetAside } from './goals-set-aside.js'
import { GoalsSide } from './goals-side.js'
import { NewGoalDialog } from './new-goal-dialog.js'
import { NotSavedWords } from '../../../lib/not-saved-words.js'
import { PlanGoal } from './plan-goal.js'
import { focusedGoal, focusGoal, useGoalKeys } from './use-goal-keys.js'
import { useGoalOfAddress } from './use-goal-of-address.js'
import { useChangeNews, useGoalNews } from './use-goal-news.js'
import { useRefusedCommands } from './use-refused-commands.js'
import { WatchingNote } from './watching-note.js'
import { Jottings } from '../../../lib/jottings.js'
import { useLiveSession } from '../session/live-session.js'
import { PausedGoals } from '../session/paused-goals.js'
import { SessionBar } from '../session/session-bar.js'
import { ShowGoal } from '../session/show-goal.js'

interface GoalsRoomProps {
  /** What stands below the goals. */
  readonly children?: ReactNode
}

/** The goals that practitioner and client write together, and who is here. */
export function GoalsRoom({ children }: GoalsRoomProps) {
  const t = useWebMessages()
  const room = useRoom()
  const { live, plan, view, people, mayWrite, isBetween } = room
  const [isPlain, setPlain] = useState(false)
  const [opened, open] = useState<OpenField | null>(null)
  const [confirming, confirm] = useState<Desk['confirming']>(null)
  const [isAdding, setAdding] = useState(false)
  const [hasSingleKeys] = useSingleKeys()
  const showShortcuts = useShowShortcuts()
  const goals = presentGoals(plan)
  const news = useGoalNews(room)
  const changes = useChangeNews(room)
  useRefusedCommands(room)
  useGoalOfAddress(goals)
  const session = useLiveSession()
  const isPaused = plan.live?.pausedBy != null

  const step = (by: -1 | 1) => {
    const at = goals.findIndex(({ id }) => id === focusedGoal())
    const goal = goals[at < 0 ? 0 : Math.min(goals.length - 1, Math.max(0, at + by))]
    if (goal !== undefined) focusGoal(goal.id)
  }
  const current = () => goals.find(({ id }) => id === focusedGoal()) ?? goals[0]
  useGoalKeys(
    {
      next: () => step(1),
      previous: () => step(-1),
      edit: () => {
        const goal = current()
        if (mayWrite && goal) open({ goal: goal.id, field: 'statement' })
      },
      agree: () => mayWrite && confirm(focusedGoal() ?? opened?.goal ?? null),
      toggleAuthors: () => setPlain(!isPlain),
    },
    hasSingleKeys,
  )
  const add = (title: string) => {
    const goal = isBetween ? newDraftId() : newGoalId()
    live.command({ name: 'goal.add', goal, kind: 'change', title })
    setAdding(false)
    open({ goal, field: 'statement' })
  }
  return (
    <DeskContext value={{ isPlain, setPlain, opened, open, confirming, confirm }}>
      <ConsoleColumns
        sideLabel={t('goals.side')}
        side={<GoalsSide session={session} onShowShortcuts={showShortcuts} />}
      >
        {session !== null && <SessionBar of={session} />}
        <WatchingNote />
        <NotSavedWords view={view} onDismiss={live.dismissRefused.bind(live)} />
        {!isPaused && <GoalsHead onAdd={() => setAdding(true)} />}
        {session !== null && isPaused && <PausedGoals of={session} />}
        {goals.length === 0 && !isPaused && <NoGoals onAdd={() => setAdding(true)} />}
        {!isPaused && (
          <ol className="ac-goals">
            {goals.map((goal) => (
              <li key={goal.id} data-goal={goal.id} tabIndex={-1} className="web-goal">
                <PlanGoal goal={goal} />
                {session !== null && mayWrite && <ShowGoal goal={goal} of={session} />}
              </li>
            ))}
          </ol>
        )}
        <GoalsSetAside goals={goalsSetAside(plan)} />
        {session !== null && mayWrite && (
          <Jottings caseId={room.caseId} session={session.session} people={people} />
        )}
        {children}
        <p className="ac-hidden" role="status">
          {news}
        </p>
        <p className="ac-hidden" role="status">
          {changes}
        </p>
      </ConsoleColumns>
      {isAdding && <NewGoalDialog onAdd={add} onClose={() => setAdding(false)} />}
    </DeskContext>
  )
}

function NoGoals({ onAdd }: { readonly onAdd: () => void }) {
  const t = useWebMessages()
  const format = useFormat()
  const { people, mayWrite, isBetween } = useRoom()
  const name = format.list(clientsOf(people).map((client) => givenName(client.name)))
  return (
    <EmptyState
      title={t(isBetween ? 'between.noGoals' : 'goals.empty.title')}
      sentence={t(mayWrite ? 'goals.empty.sentence' : 'goals.empty.watched', { name })}
      {...(mayWrite
        ? {
            actions: (
              <Button kind="primary" icon={<PenIcon />} onPress={onAdd}>
                {t('goals.empty.action')}
              </Button>
            ),
          }
        : {})}
    />
  )
}
