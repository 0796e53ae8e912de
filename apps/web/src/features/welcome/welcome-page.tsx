import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Navigate, useLocation } from 'react-router'
import { ButtonLink } from '@accord/ui/controls/link'
import { SignInPage as SignInLayout } from '@accord/ui/sign-in/sign-in-page'
import { LinkSteps } from '@accord/ui/identity/link-steps'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { asking } from '../../lib/asking.js'
import { FailedPage } from '../../lib/failed-page.js'
import { LinkSpent } from '../../lib/link-spent.js'
import { isLinkSpent } from '../../lib/request-failure.js'
import { useNoteSelf } from '../../lib/self.js'
import { SignInScene } from '../../lib/sign-in-scene.js'
import { usePageTitle } from '../../lib/use-page-title.js'
import { useVoice } from '../../lib/use-voice.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { welcomeQuery } from './api/look.js'

/** A colleague's first sign-in, or a new way to sign in, by a link of their own. (ID16) */
export function WelcomePage() {
  const t = useWebMessages()
  const token = useLocation().hash.slice(1)
  const noteSelf = useNoteSelf()
  const [isIn, setIsIn] = useState(false)
  // A link that has just been used is not looked at again.
  const {
    data: welcome,
    error,
    refetch,
  } = useQuery({
    ...welcomeQuery(token),
    enabled: token !== '' && !isIn,
  })
  usePageTitle(t('welcome.title'))
  useVoice('practitioner')
  if (isIn) return <Navigate to="/" replace />
  if (welcome !== undefined) {
    return (
      <SignInLayout
        title={t(welcome.purpose === 'reset' ? 'welcome.headingAgain' : 'welcome.heading', {
          name: welcome.called,
        })}
        lead={t(welcome.purpose === 'reset' ? 'welcome.leadAgain' : 'welcome.lead', {
          clinic: welcome.clinic,
        })}
        artwork={<SignInScene />}
      >
        <LinkSteps
          token={token}
          welcome={welcome}
          asking={asking}
          onIn={(self) => {
            // Before anything else changes: the link is used now.
            setIsIn(true)
            noteSelf(self)
          }}
        />
      </SignInLayout>
    )
  }
  const isSpent = token === '' || (error !== null && isLinkSpent(error))
  return (
    <main id="main" className="web-alone">
      {isSpent ? (
        <LinkSpent
          title={t('welcome.spent.title')}
          sentence={t('welcome.spent.sentence')}
          actions={
            <ButtonLink kind="primary" href="/sign-in">
              {t('setUp.spent.signIn')}
            </ButtonLink>
          }
        />
      ) : error === null ? (
        <GoalSkeleton sentence={t('welcome.opening')} />
      ) : (
        <FailedPage error={error} what={t('welcome.what')} onRetry={() => void refetch()} />
      )}
    </main>
  )
}
