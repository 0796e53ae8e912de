import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { DemoPerson, Self, SignInBody } from '@accord/domain/rest/self'
import { Link } from '@accord/ui/controls/link'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { Forgotten } from '@accord/ui/identity/forgotten'
import { PasskeyEntry } from '@accord/ui/identity/passkey-entry'
import { SignInPage as SignInLayout } from '@accord/ui/sign-in/sign-in-page'
import { asking } from '../../lib/asking.js'
import { refusalCode } from '../../lib/request-failure.js'
import { useNoteSelf } from '../../lib/self.js'
import { usePageTitle } from '../../lib/use-page-title.js'
import { useVoice } from '../../lib/use-voice.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { greetingQuery } from './api/greeting.js'
import { signIn } from './api/sign-in.js'
import { DemoPeople } from './demo-people.js'
import { returnAddress } from './return-address.js'
import { isCodeNeeded, signInSentence } from './sign-in-failure.js'
import { type Credentials, SignInForm } from './sign-in-form.js'
import { SignInScene } from '../../lib/sign-in-scene.js'

const NOBODY: Credentials = { email: '', password: '', code: '' }

function bodyOf({ email, password, code }: Credentials): SignInBody {
  const body = { email: email.trim(), password }
  return code.trim() === '' ? body : { ...body, code: code.trim() }
}

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
  const [isForgotten, setIsForgotten] = useState(false)
  const enter = (self: Self) => {
    noteSelf(self)
    void navigate(address ?? '/', { replace: true })
  }
  const attempt = useMutation({ mutationFn: signIn, onSuccess: enter })
  const choose = (person: DemoPerson) => {
    const chosen = { email: person.email, password: greeting.data?.demo?.password ?? '' }
    setCredentials({ ...chosen, code: '' })
    attempt.mutate(chosen)
  }
  return (
    <SignInLayout
      title={address === null ? t('signIn.heading') : t('signIn.headingAgain')}
      {...(greeting.data === undefined ? {} : { lead: greeting.data.name })}
      artwork={<SignInScene />}
    >
      {refusalCode(greeting.error) === 'not-set-up' && <p className="web-note">{t('signIn.notSetUp')}</p>}
      <PasskeyEntry asking={asking} onIn={enter} />
      <SignInForm
        credentials={credentials}
        onChange={setCredentials}
        onSubmit={() => attempt.mutate(bodyOf(credentials))}
        needsCode={isCodeNeeded(attempt.error) || attempt.variables?.code !== undefined}
        onForgotten={() => setIsForgotten(true)}
        isPending={attempt.isPending}
        failure={attempt.error && signInSentence(t, attempt.error)}
      />
      {isForgotten && (
        <Forgotten
          asking={asking}
          sendsLetters={greeting.data?.sendsLetters ?? true}
          onClose={() => setIsForgotten(false)}
        />
      )}
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
