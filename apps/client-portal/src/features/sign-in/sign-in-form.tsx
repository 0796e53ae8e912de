import { type SubmitEvent, useState } from 'react'
import { Button as PlainButton } from 'react-aria-components'
import { Button } from '@accord/ui/controls/button'
import { PasswordField } from '@accord/ui/controls/password-field'
import { TextField } from '@accord/ui/controls/text-field'
import { AlertIcon } from '@accord/ui/icons/alert-icon'
import { canUsePasskeys } from '@accord/ui/identity/passkeys'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import type { SignInEntry } from './use-sign-in.js'

type Missing = Partial<Record<'email' | 'password', string>>

interface SignInFormProps extends SignInEntry {
  readonly onForgotten: () => void
}

/** E-mail and password. What is missing is said beside its field, what went wrong above the button. */
export function SignInForm({ enter, busyEmail, trouble, needsCode, onForgotten }: SignInFormProps) {
  const t = usePortalMessages()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState<Missing>({})
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const found: Missing = {
      ...(email.trim() === '' && { email: t('signIn.emailMissing') }),
      ...(password === '' && { password: t('signIn.passwordMissing') }),
    }
    setMissing(found)
    if (Object.keys(found).length === 0 && busyEmail === null)
      enter({
        ...{ email: email.trim(), password },
        ...(needsCode && code.trim() !== '' && { code: code.trim() }),
      })
  }
  return (
    <form onSubmit={send} noValidate>
      <TextField
        label={t('signIn.email')}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        error={missing.email}
      />
      <PasswordField
        label={t('signIn.password')}
        name="password"
        value={password}
        onChange={setPassword}
        error={missing.password}
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
          onChange={setCode}
        />
      )}
      <div role="alert" className="pt-signin-trouble">
        {trouble !== null && (
          <p>
            <AlertIcon size={20} />
            <span>{trouble}</span>
          </p>
        )}
      </div>
      <Button kind={canUsePasskeys() ? 'secondary' : 'primary'} size="large" block type="submit">
        {busyEmail === null ? t('signIn.enter') : t('signIn.entering')}
      </Button>
    </form>
  )
}
