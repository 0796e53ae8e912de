import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Navigate, useLocation } from 'react-router'
import { ButtonLink } from '@accord/ui/controls/link'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../lib/failed-page.js'
import { LinkSpent } from '../../lib/link-spent.js'
import { isLinkSpent } from '../../lib/request-failure.js'
import { usePageTitle } from '../../lib/use-page-title.js'
import { useVoice } from '../../lib/use-voice.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { setUpLinkQuery } from './api/look.js'
import { SetUpWizard } from './set-up-wizard.js'

/** A clinic from nothing, by the link that the server printed at its start. */
export function SetUpPage() {
  const t = useWebMessages()
  const token = useLocation().hash.slice(1)
  const [isMade, setIsMade] = useState(false)
  // A link that has just been used is not looked at again.
  const link = useQuery({ ...setUpLinkQuery(token), enabled: token !== '' && !isMade })
  usePageTitle(t('setUp.title'))
  useVoice('desk')
  if (isMade) return <Navigate to="/administration/people" replace />
  if (link.data !== undefined) return <SetUpWizard token={token} onMade={() => setIsMade(true)} />
  const isSpent = token === '' || (link.error !== null && isLinkSpent(link.error))
  return (
    <main id="main" className="web-alone">
      {isSpent ? (
        <LinkSpent
          title={t('setUp.spent.title')}
          sentence={t('setUp.spent.sentence')}
          actions={
            <ButtonLink kind="primary" href="/sign-in">
              {t('setUp.spent.signIn')}
            </ButtonLink>
          }
        />
      ) : link.error === null ? (
        <GoalSkeleton sentence={t('setUp.opening')} />
      ) : (
        <FailedPage error={link.error} what={t('setUp.what')} onRetry={() => void link.refetch()} />
      )}
    </main>
  )
}
