import { useFormat } from '@accord/ui/messages/use-format'
import type { TimedBoard } from '../../lib/sessions.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { CallButton } from './call-button.js'
import { OwnAgenda } from './own-agenda.js'
import { RoomReady } from './room-ready.js'

/** Before a session: when and where, what one would like to talk about, how the room is. */
export function ComingSession({ board }: { readonly board: TimedBoard }) {
  const t = usePortalMessages()
  const format = useFormat()
  const { card, at } = board
  const when = new Date(card.scheduledFor)
  return (
    <>
      <p className="pt-session-when">
        {t('session.when', { day: format.day(when, new Date(at)), time: format.time(when) })}
      </p>
      <p className="ac-muted">
        {t('session.facts', {
          minutes: card.minutes,
          place: card.place,
          kind: card.kind === 'work' ? 'work' : 'other',
        })}
      </p>
      <CallButton card={card} />
      <OwnAgenda board={board} />
      <RoomReady card={card} />
    </>
  )
}
