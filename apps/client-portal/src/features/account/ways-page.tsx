import { WaysPanel } from '@accord/ui/identity/ways-panel'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { asking } from '../../lib/asking.js'
import { PageTitle } from '../../lib/page-title.js'
import { paths } from '../../lib/paths.js'
import { useRooms } from '../../lib/rooms.js'
import { useSelf } from '../../lib/self-context.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** How one signs in, and where one is signed in. (ID24–ID37) */
export function WaysPage() {
  const t = usePortalMessages()
  const rooms = useRooms('you')
  const { person } = useSelf()
  return (
    <PortalShell title={t('ways.title')} back={{ href: paths.you, label: t('rooms.you') }} rooms={rooms}>
      <PageTitle name={t('ways.title')} />
      <p className="ac-muted">{t('ways.lead')}</p>
      <WaysPanel asking={asking} owner={person} />
    </PortalShell>
  )
}
