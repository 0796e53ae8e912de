import { Chip } from '@accord/ui/controls/chip'
import { useFormat } from '@accord/ui/messages/use-format'
import { LateBanner } from '@accord/ui/states/late-banner'
import { OfflineBanner } from '@accord/ui/states/offline-banner'
import { CloudOffIcon } from '@accord/ui/icons/cloud-off-icon'
import { SavedState } from '@accord/ui/states/saved-state'
import { InFrame } from '../../../lib/frame.js'
import { clientsOf, givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { clientsHere, partiesHere } from './people-here.js'
import type { Room } from './room-context.js'
import { savedNow } from './saved-now.js'

/** In the frame: who is live, whether everything is saved, and that one is offline. */
export function RoomStatus({ room }: { readonly room: Room }) {
  const t = useWebMessages()
  const format = useFormat()
  const { view, mayWrite } = room
  const writers = mayWrite ? clientsHere(room) : partiesHere(room)
  const names = format.list(writers.map(({ name }) => givenName(name)))
  const saving = savedNow(view)
  return (
    <>
      <InFrame slot="status">
        {writers.length > 0 && (
          <Chip tone="practitioner" icon={<span className="ac-live-dot" aria-hidden="true" />}>
            {mayWrite
              ? t('client.live', { names })
              : t('client.liveWatched', { names, count: writers.length })}
          </Chip>
        )}
        {mayWrite && <SavedState saving={saving} />}
      </InFrame>
      {saving.kind === 'late' && (
        <InFrame slot="banner">
          <LateBanner waiting={saving.waiting} isKeptHere={view.isKeptHere} />
        </InFrame>
      )}
      {saving.kind === 'offline' && (
        <InFrame slot="banner">
          <Offline room={room} waiting={saving.waiting} />
        </InFrame>
      )}
    </>
  )
}

function Offline({ room, waiting }: { readonly room: Room; readonly waiting: number }) {
  const t = useWebMessages()
  const format = useFormat()
  const name = format.list(clientsOf(room.people).map((client) => givenName(client.name)))
  // The connection tries at once when the browser says that there is a network again; so this says it.
  const retry = () => window.dispatchEvent(new Event('online'))
  if (!room.view.isKeptHere) {
    return (
      <div className="ac-offline">
        <CloudOffIcon />
        <span role="status" className="ac-grow">
          {t('client.offlineUnkept', { count: waiting })}
        </span>
      </div>
    )
  }
  return <OfflineBanner waiting={waiting} name={name} onRetry={retry} />
}
