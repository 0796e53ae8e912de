import { Button } from '@accord/ui/controls/button'
import { PausedPane } from '@accord/ui/session/paused-pane'
import { givenName, personOf } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { useRoom } from '../room/room-context.js'
import type { LiveSession } from './live-session.js'

/** The goals rest; whoever paused lets them go on. (SE7) */
export function PausedGoals({ of: { act } }: { readonly of: LiveSession }) {
  const t = useWebMessages()
  const { plan, people, viewer, view } = useRoom()
  const by = plan.live?.pausedBy
  const isOwn = by === viewer
  const waiting = 'waiting' in view.saved ? view.saved.waiting : 0
  return (
    <PausedPane
      by={isOwn || by == null ? null : givenName(personOf(people, by)?.name ?? '')}
      waiting={waiting}
      {...(isOwn && {
        actions: (
          <Button kind="primary" isPending={act.isPending} onPress={() => act.mutate({ path: 'resume' })}>
            {t('session.resume')}
          </Button>
        ),
      })}
    />
  )
}
