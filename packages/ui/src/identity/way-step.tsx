import { type SubmitEvent, useState } from 'react'
import { passwordTrouble } from '@accord/domain/people/password'
import type { Proven } from '@accord/domain/rest/welcome'
import { Button } from '../controls/button.js'
import { KeyIcon } from '../icons/key-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { NewPasswordField } from '../new-password/new-password-field.js'
import { OrRule } from '../sign-in/sign-in-page.js'
import type { Asking } from './asking.js'
import { canUsePasskeys } from './passkeys.js'
import { Trouble } from './trouble.js'
import type { Attempt } from './use-attempt.js'

interface WayStepProps {
  readonly proven: Proven
  readonly attempt: Attempt
  readonly codeOf: Asking['codeOf']
  readonly onPasskey: () => void
  readonly onPassword: (password: string) => void
}

/** A passkey with one press, or a password. (ID20, CL8) */
export function WayStep({ proven, attempt, codeOf, onPasskey, onPassword }: WayStepProps) {
  const t = useUiMessages()
  const [password, setPassword] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const hasPasskeys = canUsePasskeys()
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    setIsAsked(true)
    if (passwordTrouble(password, proven) === null) onPassword(password)
  }
  return (
    <div className="ac-identity">
      {hasPasskeys && (
        <>
          <Button
            kind="primary"
            size="large"
            block
            icon={<KeyIcon size={20} />}
            isPending={attempt.isPending}
            onPress={onPasskey}
          >
            {t('identity.usePasskey')}
          </Button>
          <p className="ac-muted ac-small">{t('identity.passkeyHint')}</p>
          <OrRule word={t('identity.or')} />
        </>
      )}
      <Trouble error={attempt.error} codeOf={codeOf} />
      <form onSubmit={send} noValidate className="ac-identity">
        {/* Password managers keep the new password under this name. */}
        <input type="hidden" autoComplete="username" value={proven.email} readOnly />
        <NewPasswordField value={password} onChange={setPassword} owner={proven} isAsked={isAsked} />
        <p className="ac-muted ac-small">{t('identity.signInAs', { email: proven.email })}</p>
        <Button
          kind={hasPasskeys ? 'secondary' : 'primary'}
          size="large"
          block
          type="submit"
          isPending={attempt.isPending}
        >
          {t('identity.usePassword')}
        </Button>
      </form>
    </div>
  )
}
