import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { passwordTrouble } from '@accord/domain/people/password'
import type { Welcome } from '@accord/domain/rest/welcome'
import { Button } from '@accord/ui/controls/button'
import { ErrorIcon } from '@accord/ui/icons/error-icon'
import { NewPasswordField } from '@accord/ui/new-password/new-password-field'
import { failureOf, isLinkSpent } from '../../lib/request-failure.js'
import { useNoteSelf } from '../../lib/self.js'
import { useWebMessages, type WebTranslate } from '../../lib/use-web-messages.js'
import { enter } from './api/enter.js'

interface WelcomeFormProps {
  readonly token: string
  readonly welcome: Welcome
  /** Before anything else changes: the link is used now. */
  readonly onIn: () => void
}

export function WelcomeForm({ token, welcome, onIn }: WelcomeFormProps) {
  const t = useWebMessages()
  const noteSelf = useNoteSelf()
  const [password, setPassword] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const attempt = useMutation({
    mutationFn: enter,
    onSuccess: (self) => {
      onIn()
      noteSelf(self)
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setIsAsked(true)
    if (passwordTrouble(password, welcome) === null) attempt.mutate({ token, password })
  }
  return (
    <form onSubmit={submit} noValidate>
      {attempt.error !== null && (
        <p className="web-signin-failure" role="alert">
          <ErrorIcon size={18} />
          <span>{failureSentence(t, attempt.error)}</span>
        </p>
      )}
      {/* Password managers keep the new password under this name. */}
      <input type="hidden" autoComplete="username" value={welcome.email} readOnly />
      <p className="ac-small ac-muted">{t('welcome.email', { email: welcome.email })}</p>
      <NewPasswordField value={password} onChange={setPassword} owner={welcome} isAsked={isAsked} />
      <Button kind="primary" type="submit" block isPending={attempt.isPending}>
        {t('welcome.enter')}
      </Button>
    </form>
  )
}

function failureSentence(t: WebTranslate, error: Error): string {
  const failure = failureOf(error)
  if (failure.kind === 'unreachable') return t('save.unreachable')
  if (failure.code === 'weak-password') return t('welcome.weak')
  return isLinkSpent(error) ? t('welcome.spent.sentence') : t('save.server')
}
