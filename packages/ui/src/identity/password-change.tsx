import { type SubmitEvent, useState } from 'react'
import { passwordTrouble } from '@accord/domain/people/password'
import type { NewPasswordBody, Ways } from '@accord/domain/rest/factors'
import { Button } from '../controls/button.js'
import { PasswordField } from '../controls/password-field.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { NewPasswordField } from '../new-password/new-password-field.js'
import type { Asking } from './asking.js'
import { Trouble } from './trouble.js'
import { useAttempt } from './use-attempt.js'

interface PasswordChangeProps {
  readonly ways: Ways
  readonly asking: Asking
  /** Whose password it is: their own name makes one easy to guess. */
  readonly owner: PasswordOwner
  readonly onChange: (ways: Ways) => void
}

export interface PasswordOwner {
  readonly name: string
  readonly email: string
}

/** One's own password: whether there is one, and changing it. (ID39) */
export function PasswordChange({ ways, asking, owner, onChange }: PasswordChangeProps) {
  const t = useUiMessages()
  const [stage, setStage] = useState<'shown' | 'asked' | 'done'>('shown')
  const changed = (next: Ways) => {
    setStage('done')
    onChange(next)
  }
  return (
    <section aria-labelledby="ways-password">
      <h2 className="ac-subheading" id="ways-password">
        {t('identity.password.heading')}
      </h2>
      {stage === 'asked' ? (
        <ChangeForm
          {...{ ways, asking, owner }}
          onChange={changed}
          onLeave={() => {
            setStage('shown')
          }}
        />
      ) : (
        <>
          <p className="ac-muted ac-small" role="status">
            {t(
              stage === 'done'
                ? 'identity.password.done'
                : ways.hasPassword
                  ? 'identity.password.has'
                  : 'identity.password.none',
            )}
          </p>
          <Button onPress={() => setStage('asked')}>
            {t(ways.hasPassword ? 'identity.password.change' : 'identity.password.set')}
          </Button>
        </>
      )}
    </section>
  )
}

function ChangeForm({
  ways,
  asking,
  owner,
  onChange,
  onLeave,
}: PasswordChangeProps & { readonly onLeave: () => void }) {
  const t = useUiMessages()
  const attempt = useAttempt()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const isWrong = attempt.error !== null && asking.codeOf(attempt.error) === 'wrong-proof'
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    setIsAsked(true)
    if ((ways.hasPassword && current === '') || passwordTrouble(password, owner) !== null) return
    const body: NewPasswordBody = { current: ways.hasPassword ? current : null, password }
    attempt.run(async () => onChange(await asking.post<Ways>('/api/me/password', body)))
  }
  const missing = isAsked && current === '' ? t('identity.password.currentMissing') : undefined
  return (
    <form onSubmit={send} noValidate className="ac-identity">
      {/* Password managers keep the new password under this name. */}
      <input type="hidden" autoComplete="username" value={owner.email} readOnly />
      {ways.hasPassword && (
        <PasswordField
          label={t('identity.password.current')}
          name="password"
          value={current}
          onChange={setCurrent}
          error={isWrong ? t('identity.password.currentWrong') : missing}
        />
      )}
      <NewPasswordField value={password} onChange={setPassword} owner={owner} isAsked={isAsked} />
      {!isWrong && <Trouble error={attempt.error} codeOf={asking.codeOf} />}
      <div className="ac-identity-acts">
        <Button kind="primary" type="submit" isPending={attempt.isPending}>
          {t('identity.password.save')}
        </Button>
        <Button kind="quiet" onPress={onLeave}>
          {t('identity.password.leave')}
        </Button>
      </div>
    </form>
  )
}
