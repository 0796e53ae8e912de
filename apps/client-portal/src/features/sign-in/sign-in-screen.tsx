import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Navigate, useLocation } from 'react-router'
import { Link } from '@accord/ui/controls/link'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { PasskeyEntry } from '@accord/ui/identity/passkey-entry'
import { PortalSignInPage } from '@accord/ui/sign-in/sign-in-page'
import { asking } from '../../lib/asking.js'
import { PageTitle } from '../../lib/page-title.js'
import { paths } from '../../lib/paths.js'
import { changePerson, hasSignInEnded, selfQuery } from '../../lib/self.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { withWords } from '../../lib/words.js'
import { clinicQuery } from './api/read-clinic.js'
import { DemoPeople } from './demo-people.js'
import { SignInForm } from './sign-in-form.js'
import { useSignIn } from './use-sign-in.js'

const Forgotten = lazy(async () => ({
  default: (await withWords(import('@accord/ui/identity/forgotten'))).Forgotten,
}))

/** The portal's door. Whoever was sent here from a page goes back to it. */
export function SignInScreen() {
  const t = usePortalMessages()
  const from = useFrom()
  const client = useQueryClient()
  const { data: self } = useQuery(selfQuery)
  const { data: greeting } = useQuery(clinicQuery)
  const [isForgotten, setIsForgotten] = useState(false)
  const entry = useSignIn((signedIn) => changePerson(client, signedIn))
  if (self) return <Navigate to={from ?? paths.goals} replace />
  return (
    <PortalSignInPage title={t('signIn.title')} lead={greeting?.name ?? t('signIn.lead')}>
      <PageTitle name={t('signIn.page')} />
      {hasSignInEnded(client) && <p className="pt-signin-note">{t('signIn.again')}</p>}
      <PasskeyEntry asking={asking} onIn={(signedIn) => changePerson(client, signedIn)} />
      <SignInForm {...entry} onForgotten={() => setIsForgotten(true)} />
      {isForgotten && (
        <Suspense>
          <Forgotten
            asking={asking}
            sendsLetters={greeting?.sendsLetters ?? true}
            onClose={() => setIsForgotten(false)}
          />
        </Suspense>
      )}
      {greeting?.demo && (
        <DemoPeople demo={greeting.demo} busyEmail={entry.busyEmail} onEnter={entry.enter} />
      )}
      <p className="pt-signin-quiet">
        <LockIcon size={18} />
        <span>{t('signIn.quiet')}</span>
      </p>
      {greeting !== undefined && (
        <p className="pt-signin-other">
          {t('signIn.staff')} <Link href={greeting.otherApp}>{t('signIn.console')}</Link>
        </p>
      )}
      <p className="pt-signin-other">
        <Link href={paths.help}>{t('help.open')}</Link>
      </p>
    </PortalSignInPage>
  )
}

/** The address that somebody was on when they had to sign in; only ever one of our own. */
function useFrom(): string | null {
  const state: unknown = useLocation().state
  if (typeof state !== 'object' || state === null || !('from' in state)) return null
  return typeof state.from === 'string' && state.from.startsWith('/') ? state.from : null
}
