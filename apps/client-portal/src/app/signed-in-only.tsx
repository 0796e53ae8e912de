import { useQuery } from '@tanstack/react-query'
import { Navigate, Outlet, useLocation } from 'react-router'
import { ErrorState } from '@accord/ui/states/error-state'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { paths } from '../lib/paths.js'
import { troubleSentence } from '../lib/request-trouble.js'
import { selfQuery } from '../lib/self.js'
import { usePortalMessages } from '../lib/use-portal-messages.js'
import { PageWaiting } from './page-waiting.js'

/** Pages that only somebody signed in sees; whoever isn't comes back to the same address after signing in. */
export function SignedInOnly() {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const location = useLocation()
  const { data: self, error, isPending, refetch } = useQuery(selfQuery)
  if (isPending) return <PageWaiting />
  if (self === null) return <Navigate to={paths.signIn} replace state={{ from: location.pathname }} />
  if (self === undefined) {
    return (
      <main id="main" className="ac-portal ac-portal-main">
        <h1 className="ac-hidden">{ui('brand.name')}</h1>
        <ErrorState
          title={t('trouble.title')}
          sentence={troubleSentence(t, error)}
          onRetry={() => void refetch()}
        />
      </main>
    )
  }
  return <Outlet />
}
