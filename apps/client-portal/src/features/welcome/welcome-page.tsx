import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Navigate, useLocation } from 'react-router'
import type { Welcome } from '@accord/domain/rest/welcome'
import { SkipLink } from '@accord/ui/controls/skip-link'
import { EyeIcon } from '@accord/ui/icons/eye-icon'
import { PenIcon } from '@accord/ui/icons/pen-icon'
import { LinkSteps } from '@accord/ui/identity/link-steps'
import { Seal } from '@accord/ui/seal/seal'
import { AGREED_HALVES, OPEN_HALVES } from '@accord/ui/seal/seal-half'
import { asking } from '../../lib/asking.js'
import { PageTitle } from '../../lib/page-title.js'
import { paths } from '../../lib/paths.js'
import { changePerson } from '../../lib/self.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { welcomeQuery } from './api/look.js'
import { WelcomeClosed } from './welcome-closed.js'

/** A client's first sign-in, or a new way to sign in, by a link of their own. (ID16) */
export function WelcomePage() {
  const t = usePortalMessages()
  const token = useLocation().hash.slice(1)
  const client = useQueryClient()
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
  if (isIn) return <Navigate to={paths.goals} replace />
  return (
    <div className="ac-portal ac-portal-signin pt-welcome">
      <SkipLink />
      <PageTitle name={t('welcome.page')} />
      <main id="main" className="ac-portal-main" tabIndex={-1}>
        {welcome === undefined ? (
          <WelcomeClosed error={error} hasToken={token !== ''} onRetry={() => void refetch()} />
        ) : (
          <>
            <Promises welcome={welcome} />
            <LinkSteps
              token={token}
              welcome={welcome}
              asking={asking}
              onIn={(self) => {
                // Before anything else changes: the link is used now.
                setIsIn(true)
                changePerson(client, self)
              }}
            />
          </>
        )}
      </main>
    </div>
  )
}

function Promises({ welcome }: { readonly welcome: Welcome }) {
  const t = usePortalMessages()
  const isAgain = welcome.purpose === 'reset'
  return (
    <>
      <div className="pt-welcome-seal">
        <Seal halves={OPEN_HALVES} size={104} />
      </div>
      <h1 className="ac-title">{t('welcome.heading', { name: welcome.called })}</h1>
      <p className="ac-muted pt-welcome-clinic">
        {t(isAgain ? 'welcome.leadAgain' : 'welcome.lead', { clinic: welcome.clinic })}
      </p>
      {!isAgain && <Beginning />}
    </>
  )
}

/** What holds from the first day on. */
function Beginning() {
  const t = usePortalMessages()
  const b = (words: React.ReactNode) => <b>{words}</b>
  return (
    <ul className="pt-promises">
      <li>
        <PenIcon size={22} />
        <span>{t.rich('welcome.pen', { b })}</span>
      </li>
      <li>
        <Seal halves={AGREED_HALVES} size={22} />
        <span>{t.rich('welcome.agreed', { b })}</span>
      </li>
      <li>
        <EyeIcon size={22} />
        <span>{t.rich('welcome.looks', { b })}</span>
      </li>
    </ul>
  )
}
