import { lazy, Suspense } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Navigate, Outlet, useLocation } from 'react-router'
import { AccountMenu } from '../features/account/account-menu.js'
import { Bell } from '../features/bell/bell.js'
import { Finder } from '../features/finder/finder.js'
import { Shortcuts } from '../features/shortcuts/shortcuts.js'
import { asking } from '../lib/asking.js'
import { FailedPage } from '../lib/failed-page.js'
import { FrameBellContext, FrameFootContext } from '../lib/frame.js'
import { handedOverBy } from '../lib/handed-over.js'
import { SelfContext } from '../lib/self-context.js'
import { selfQuery } from '../lib/self.js'
import { voiceOf } from '../lib/use-voice.js'
import { Wording } from '../lib/wording.js'
import { useWebMessages } from '../lib/use-web-messages.js'
import { FreshGate } from '@accord/ui/identity/fresh-gate'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'

const EnrolPage = lazy(async () => ({
  default: (await import('../features/account/enrol-page.js')).EnrolPage,
}))

/** Comes after the page, with the socket. */
const FollowStirs = lazy(async () => ({
  default: (await import('../lib/follow-stirs.js')).FollowStirs,
}))

const FreshDialog = lazy(async () => ({
  default: (await import('@accord/ui/identity/fresh-dialog')).FreshDialog,
}))

/** The pages behind the sign-in. Whoever isn't signed in signs in first, and comes back to the same address. */
export function SignedIn() {
  const t = useWebMessages()
  const location = useLocation()
  const { data: self, error, refetch } = useQuery(selfQuery)
  if (self === null) {
    const from = `${location.pathname}${location.search}${location.hash}`
    return <Navigate to="/sign-in" replace state={from === '/' ? null : { from }} />
  }
  if (self === undefined) {
    return (
      <main id="main" className="web-alone">
        {error === null ? (
          <GoalSkeleton sentence={t('app.opening')} />
        ) : (
          <FailedPage error={error} what={t('app.what')} onRetry={() => void refetch()} />
        )}
      </main>
    )
  }
  if (self.mustEnrol) {
    return (
      <Suspense fallback={<GoalSkeleton sentence={t('app.opening')} />}>
        <EnrolPage />
        <FreshGate asking={asking} Dialog={FreshDialog} />
      </Suspense>
    )
  }
  const handedOver = handedOverBy(self.person.id)
  if (handedOver !== null) {
    const only = `/sessions/${handedOver}/together`
    // Keyed by the address: going on while the way back is still loading has to lead back once more.
    if (location.pathname !== only) return <Navigate key={location.key} to={only} replace />
    return (
      <SelfContext value={self}>
        <Outlet />
      </SelfContext>
    )
  }
  return (
    <SelfContext value={self}>
      <FrameFootContext value={<AccountMenu />}>
        <FrameBellContext value={voiceOf(self) === 'desk' ? null : <Bell />}>
          <Wording>
            <Shortcuts>
              <Finder>
                <Outlet />
                <Suspense>
                  <FollowStirs />
                </Suspense>
                <FreshGate asking={asking} Dialog={FreshDialog} />
              </Finder>
            </Shortcuts>
          </Wording>
        </FrameBellContext>
      </FrameFootContext>
    </SelfContext>
  )
}
