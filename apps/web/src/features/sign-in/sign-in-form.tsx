import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { Button as PlainButton } from 'react-aria-components'
import { Button } from '@accord/ui/controls/button'
import { PasswordField } from '@accord/ui/controls/password-field'
import { TextField } from '@accord/ui/controls/text-field'
import { canUsePasskeys } from '@accord/ui/identity/passkeys'
import { ErrorIcon } from '@accord/ui/icons/error-icon'
import { useWebMessages } from '../../lib/use-web-messages.js'

export interface Credentials {
  readonly email: string
  readonly password: string
  /** Of the code app, where it is asked for. */
  readonly code: string
}

interface SignInFormProps {
  readonly credentials: Credentials
  readonly onChange: (credentials: Credentials) => void
  readonly onSubmit: () => void
  readonly isPending: boolean
  /** Whether the password was right and a code is asked for as well. (ID25) */
  readonly needsCode: boolean
  readonly onForgotten: () => void
  /** Why the last try didn't work. */
  readonly failure: string | null
}

export function SignInForm(props: SignInFormProps) {
  const { credentials, onChange, onSubmit, isPending, needsCode, onForgotten, failure } = props
  const t = useWebMessages()
  const [isAsked, setIsAsked] = useState(false)
  const alert = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (failure !== null) alert.current?.focus()
  }, [failure])
  const { email, password, code } = credentials
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setIsAsked(true)
    if (email.trim() !== '' && password !== '') onSubmit()
  }
  return (
    <form onSubmit={submit} noValidate>
      {failure !== null && (
        <p className="web-signin-failure" role="alert" tabIndex={-1} ref={alert}>
          <ErrorIcon size={18} />
          <span>{failure}</span>
        </p>
      )}
      <TextField
        label={t('signIn.email')}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={(value) => onChange({ ...credentials, email: value })}
        error={isAsked && email.trim() === '' ? t('signIn.emailMissing') : undefined}
      />
      <PasswordField
        label={t('signIn.password')}
        name="password"
        value={password}
        onChange={(value) => onChange({ ...credentials, password: value })}
        error={isAsked && password === '' ? t('signIn.passwordMissing') : undefined}
        aside={
          <PlainButton className="ac-link" onPress={onForgotten}>
            {t('signIn.forgotten')}
          </PlainButton>
        }
      />
      {needsCode && (
        <TextField
          label={t('signIn.code')}
          description={t('signIn.codeHint')}
          name="code"
          autoComplete="one-time-code"
          autoFocus
          value={code}
          onChange={(value) => onChange({ ...credentials, code: value })}
        />
      )}
      <Button kind={canUsePasskeys() ? 'secondary' : 'primary'} type="submit" block isPending={isPending}>
        {isPending ? t('signIn.pending') : t('signIn.submit')}
      </Button>
    </form>
  )
}
