import { liveParties } from '@accord/domain/case/party'
import { EyeIcon } from '@accord/ui/icons/eye-icon'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName, personOf } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { useRoom } from '../room/room-context.js'

/** Why there is nothing to press here: a supervisor reads along, seen by both writers, or the case is closed. */
export function WatchingNote() {
  const t = useWebMessages()
  const format = useFormat()
  const { plan, people, view, mayWrite, isHeld } = useRoom()
  // There it is said above the goals.
  if (mayWrite || isHeld) return null
  const names = format.list(
    liveParties(plan.parties).map(({ person }) => givenName(personOf(people, person)?.name ?? '')),
  )
  const isWatching = view.me === null
  return (
    <p className="web-watching">
      {isWatching ? <EyeIcon size={18} /> : <LockIcon size={18} />}
      <span>{isWatching ? t('goals.watching', { names }) : t('goals.closed')}</span>
    </p>
  )
}
