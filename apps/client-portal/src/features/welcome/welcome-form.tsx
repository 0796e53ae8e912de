import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { passwordTrouble } from '@accord/domain/people/password'
import type { Welcome } from '@accord/domain/rest/welcome'
import type { Translate } from '@accord/ui/messages/translate'
import { Button } from '@accord/ui/controls/button'
import { AlertIcon } from '@accord/ui/icons/alert-icon'
import { NewPasswordField } from '@accord/ui/new-password/new-password-field'
import { failureOf, isLinkSpent } from '../../lib/request.js'
import { changePerson } from '../../lib/self.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import type { Messages } from '../../messages/compiled/messages.js'
import { enter } from './api/enter.js'

interface WelcomeFormProps {
  readonly token: string
  readonly welcome: Welcome
  /** Before anything else changes: the link is used now. */
  readonly onIn: () => void
}

export function WelcomeForm({ token, welcome, onIn }: WelcomeFormProps) {
  const t = usePortalMessages()
  const client = useQueryClient()
  const [password, setPassword] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const attempt = useMutation({
    mutationFn: enter,
    onSuccess: (self) => {
      onIn()
      changePerson(client, self)
    },
  })
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    setIsAsked(true)
    if (passwordTrouble(password, welcome) === null && !attempt.isPending) attempt.mutate({ token, password })
  }
  return (
    <form onSubmit={send} noValidate>
      {/* Password managers keep the new password under this name. */}
      <input type="hidden" autoComplete="username" value={welcome.email} readOnly />
      <NewPasswordField value={password} onChange={setPassword} owner={welcome} isAsked={isAsked} />
      <p className="ac-muted ac-small">{t('welcome.email', { email: welcome.email })}</p>
      <div role="alert" className="pt-signin-trouble">
        {attempt.error !== null && (
          <p>
            <AlertIcon size={20} />
            <span>{troubleOf(t, attempt.error)}</span>
          </p>
        )}
      </div>
      <Button kind="primary" size="large" block type="submit">
        {attempt.isPending ? t('welcome.entering') : t('welcome.enter')}
      </Button>
    </form>
  )
}

function troubleOf(t: Translate<Messages>, error: Error): string {
  const failure = failureOf(error)
  if (failure?.kind === 'unreachable') return t('signIn.unreachable')
  if (failure?.code === 'weak-password') return t('welcome.weak')
  return isLinkSpent(error) ? t('welcome.spent.sentence') : t('signIn.ours')
}
