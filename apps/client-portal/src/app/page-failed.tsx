import { PortalShell } from '@accord/ui/shell/portal-shell'
import { ErrorState } from '@accord/ui/states/error-state'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { PageTitle } from '../lib/page-title.js'

/** A page of ours broke. What was saved is with the server; loading anew is the one next thing. */
export function PageFailed() {
  const t = useUiMessages()
  return (
    <PortalShell title={t('brand.name')}>
      <PageTitle name={t('brand.name')} />
      <ErrorState
        title={t('error.again')}
        sentence={t('error.safe')}
        onRetry={() => window.location.reload()}
      />
    </PortalShell>
  )
}
