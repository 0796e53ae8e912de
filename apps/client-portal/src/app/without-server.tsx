import { useQuery } from '@tanstack/react-query'
import { Navigate, Outlet, useLocation } from 'react-router'
import { CloudOffIcon } from '@accord/ui/icons/cloud-off-icon'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { ErrorState } from '@accord/ui/states/error-state'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { KeptContext, keptQuery } from '../lib/kept.js'
import { PageTitle } from '../lib/page-title.js'
import { paths } from '../lib/paths.js'
import { SelfContext } from '../lib/self-context.js'
import { useServerBack } from '../lib/use-server-back.js'
import { usePortalMessages } from '../lib/use-portal-messages.js'
import { PageWaiting } from './page-waiting.js'

/** Nobody can be asked who is signed in here: the copy to read, where somebody chose to have one. (OF6, OF9) */
export function WithoutServer() {
  const { pathname } = useLocation()
  const { data: kept, isPending } = useQuery(keptQuery)
  const ask = useServerBack()
  if (isPending) return <PageWaiting />
  if (!kept) return <NothingKept onRetry={() => void ask()} />
  if (pathname === paths.home) return <Navigate to={paths.goals} replace />
  return (
    <SelfContext value={kept.self}>
      <KeptContext value={kept}>
        <Outlet />
      </KeptContext>
    </SelfContext>
  )
}

function NothingKept({ onRetry }: { readonly onRetry: () => void }) {
  const t = usePortalMessages()
  const ui = useUiMessages()
  return (
    <PortalShell title={ui('brand.name')}>
      <PageTitle name={t('kept.none')} />
      <ErrorState
        icon={<CloudOffIcon size={30} />}
        title={t('kept.none')}
        sentence={t('kept.noneSafe')}
        onRetry={onRetry}
      />
    </PortalShell>
  )
}
