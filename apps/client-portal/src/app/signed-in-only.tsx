import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import type { Self } from '@accord/domain/rest/self'
import { PortalAccountContext } from '@accord/ui/shell/portal-shell'
import { FreshGate } from '@accord/ui/identity/fresh-gate'
import { ErrorState } from '@accord/ui/states/error-state'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { AccountMenu } from '../features/account/account-menu.js'
import { SessionBanner } from '../features/session/session-banner.js'
import { asking } from '../lib/asking.js'
import { useKeepGoals } from '../lib/kept.js'
import { paths } from '../lib/paths.js'
import { failureOf } from '../lib/request.js'
import { troubleSentence } from '../lib/request-trouble.js'
import { SelfContext } from '../lib/self-context.js'
import { selfQuery } from '../lib/self.js'
import { usePortalMessages } from '../lib/use-portal-messages.js'
import { Wording } from '../lib/wording.js'
import { withWords } from '../lib/words.js'
import { PageWaiting } from './page-waiting.js'
import { WithoutServer } from './without-server.js'

/** Comes after the first screen, for when it is needed. (SA9) */
const KeepHelp = lazy(async () => ({ default: (await withWords(import('../lib/keep-help.js'))).KeepHelp }))

/** Comes after the first screen, with the socket. */
const FollowStirs = lazy(async () => ({ default: (await import('../lib/follow-stirs.js')).FollowStirs }))

const FreshDialog = lazy(async () => ({
  default: (await withWords(import('@accord/ui/identity/fresh-dialog'))).FreshDialog,
}))

/** Pages that only somebody signed in sees; whoever isn't comes back to the same address after signing in. */
export function SignedInOnly() {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const location = useLocation()
  const { data: self, error, isPending, refetch } = useQuery(selfQuery)
  if (isPending) return <PageWaiting />
  if (self === null) return <Navigate to={paths.signIn} replace state={{ from: location.pathname }} />
  if (self !== undefined) return <SignedIn self={self} />
  if (failureOf(error)?.kind === 'unreachable') return <WithoutServer />
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

const ACCOUNT = <AccountMenu />

function SignedIn({ self }: { readonly self: Self }) {
  useKeepGoals(self)
  return (
    <SelfContext value={self}>
      <Wording>
        <SessionBanner />
        <Suspense>
          <KeepHelp self={self} />
        </Suspense>
        <PortalAccountContext value={ACCOUNT}>
          <Outlet />
        </PortalAccountContext>
        <Suspense>
          <FollowStirs />
        </Suspense>
        <FreshGate asking={asking} Dialog={FreshDialog} />
      </Wording>
    </SelfContext>
  )
}
