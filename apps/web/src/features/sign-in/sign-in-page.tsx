import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { DemoPerson } from '@accord/domain/rest/self'
import { Link } from '@accord/ui/controls/link'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { SignInPage as SignInLayout } from '@accord/ui/sign-in/sign-in-page'
import { refusalCode } from '../../lib/request-failure.js'
import { useNoteSelf } from '../../lib/self.js'
import { usePageTitle } from '../../lib/use-page-title.js'
import { useVoice } from '../../lib/use-voice.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { greetingQuery } from './api/greeting.js'
import { signIn } from './api/sign-in.js'
import { DemoPeople } from './demo-people.js'
import { returnAddress } from './return-address.js'
import { signInSentence } from './sign-in-failure.js'
import { type Credentials, SignInForm } from './sign-in-form.js'
import { SignInScene } from '../../lib/sign-in-scene.js'

const NOBODY: Credentials = { email: '', password: '' }

export function SignInPage() {
  const t = useWebMessages()
  const navigate = useNavigate()
  const location = useLocation()
  const noteSelf = useNoteSelf()
  const greeting = useQuery(greetingQuery)
  const [credentials, setCredentials] = useState(NOBODY)
  usePageTitle(t('signIn.title'))
  useVoice('practitioner')
  const address = returnAddress(location.state)
  const attempt = useMutation({
    mutationFn: signIn,
    onSuccess: (self) => {
      noteSelf(self)
      void navigate(address ?? '/', { replace: true })
    },
  })
  const choose = (person: DemoPerson) => {
    const chosen = { email: person.email, password: greeting.data?.demo?.password ?? '' }
    setCredentials(chosen)
    attempt.mutate(chosen)
  }
  return (
    <SignInLayout
      title={address === null ? t('signIn.heading') : t('signIn.headingAgain')}
      {...(greeting.data === undefined ? {} : { lead: greeting.data.name })}
      artwork={<SignInScene />}
    >
      {refusalCode(greeting.error) === 'not-set-up' && <p className="web-note">{t('signIn.notSetUp')}</p>}
      <SignInForm
        credentials={credentials}
        onChange={setCredentials}
        onSubmit={() => attempt.mutate({ ...credentials, email: credentials.email.trim() })}
        isPending={attempt.isPending}
        failure={attempt.error && signInSentence(t, attempt.error)}
      />
      <p className="web-signin-note">
        <LockIcon size={18} />
        <span>{address === null ? t('signIn.quiet') : t('signIn.kept')}</span>
      </p>
      {greeting.data?.demo && (
        <DemoPeople people={greeting.data.demo.people} isDisabled={attempt.isPending} onChoose={choose} />
      )}
      {greeting.data !== undefined && (
        <p className="web-signin-other">
          {t.rich('signIn.portal', {
            a: (words) => <Link href={greeting.data.otherApp}>{words}</Link>,
          })}
        </p>
      )}
    </SignInLayout>
  )
}
