import type { Goal } from '@accord/domain/goal/goal'
import { Button } from '@accord/ui/controls/button'
import { EyeIcon } from '@accord/ui/icons/eye-icon'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { useRoom } from '../room/room-context.js'
import { goalName } from '../room/whereabouts.js'
import type { LiveSession } from './live-session.js'

interface ShowGoalProps {
  readonly goal: Goal
  readonly of: LiveSession
}

/** "Follow me" to this goal: the other's app says so and asks. (SE10) */
export function ShowGoal({ goal, of: { board, act } }: ShowGoalProps) {
  const t = useWebMessages()
  const { plan } = useRoom()
  if (board === null || board.showing === goal.id) return null
  return (
    <div className="web-show-goal">
      <Button
        kind="quiet"
        size="small"
        icon={<EyeIcon size={16} />}
        aria-label={t('session.showNamed', { goal: goalName(t, plan, goal.id) })}
        onPress={() => act.mutate({ path: 'show', body: { goal: goal.id } })}
      >
        {t('session.show')}
      </Button>
    </div>
  )
}
