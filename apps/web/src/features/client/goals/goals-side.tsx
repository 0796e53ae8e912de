import { Button } from '@accord/ui/controls/button'
import { WhoIsHere } from '@accord/ui/presence/who-is-here'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { peopleHere } from '../room/people-here.js'
import type { LiveSession } from '../session/live-session.js'
import { SessionSide } from '../session/session-side.js'
import { useRoom } from '../room/room-context.js'
import { goalName } from '../room/whereabouts.js'
import { useDesk } from './desk-context.js'

interface GoalsSideProps {
  /** The session that is live, if one is. */
  readonly session: LiveSession | null
  readonly onShowShortcuts: () => void
}

/** Beside the goals: who is here and what each is doing; in a session its clock and agenda first. */
export function GoalsSide({ session, onShowShortcuts }: GoalsSideProps) {
  const t = useWebMessages()
  const room = useRoom()
  const { opened } = useDesk()
  const own = opened
    ? t('here.writing', { goal: goalName(t, room.plan, opened.goal) })
    : t(room.mayWrite ? 'here.reading' : 'here.readingAlong')
  return (
    <>
      {session !== null && <SessionSide of={session} />}
      <WhoIsHere people={peopleHere(t, room, own)} />
      <section className="web-side-keys">
        <Button kind="quiet" size="small" onPress={onShowShortcuts}>
          {t('shortcuts.title')}
        </Button>
      </section>
    </>
  )
}
