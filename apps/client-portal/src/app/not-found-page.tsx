import { ButtonLink } from '@accord/ui/controls/link'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { ErrorState } from '@accord/ui/states/error-state'
import { PageTitle } from '../lib/page-title.js'
import { paths } from '../lib/paths.js'
import { usePortalMessages } from '../lib/use-portal-messages.js'

export function NotFoundPage() {
  const t = usePortalMessages()
  return (
    <PortalShell title={t('notFound.title')}>
      <PageTitle name={t('notFound.title')} />
      <ErrorState
        title={t('notFound.what')}
        sentence={t('notFound.safe')}
        actions={
          <ButtonLink kind="primary" href={paths.goals}>
            {t('goals.open')}
          </ButtonLink>
        }
      />
    </PortalShell>
  )
}
