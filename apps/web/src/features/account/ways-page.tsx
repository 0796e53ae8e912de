import { WaysPanel } from '@accord/ui/identity/ways-panel'
import { ConsolePage } from '@accord/ui/shell/console-shell'
import { asking } from '../../lib/asking.js'
import { Frame } from '../../lib/frame.js'
import { useSelf } from '../../lib/self-context.js'
import { usePageTitle } from '../../lib/use-page-title.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** How one signs in, and where one is signed in. (ID24–ID37) */
export function WaysPage() {
  const t = useWebMessages()
  const { person } = useSelf()
  usePageTitle(t('ways.title'))
  return (
    <Frame crumbs={[{ label: t('ways.title') }]}>
      <ConsolePage title={t('ways.title')} lead={t('ways.lead')}>
        <WaysPanel asking={asking} owner={person} />
      </ConsolePage>
    </Frame>
  )
}
