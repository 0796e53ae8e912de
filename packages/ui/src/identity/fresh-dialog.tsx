import { type SubmitEvent, useState } from 'react'
import type { FreshBody, Ways } from '@accord/domain/rest/factors'
import type { PasskeyOptions } from '@accord/domain/rest/passkey'
import { Button } from '../controls/button.js'
import { Dialog } from '../controls/dialog.js'
import { PasswordField } from '../controls/password-field.js'
import { TextField } from '../controls/text-field.js'
import { KeyIcon } from '../icons/key-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import type { Asking } from './asking.js'
import { answerWithPasskey } from './passkeys.js'
import { Trouble } from './trouble.js'
import { BrokenOff, useAttempt } from './use-attempt.js'

export interface FreshDialogProps {
  readonly asking: Asking
  readonly by: Ways['proveBy']
  readonly onClose: (isProved: boolean) => void
}

/** Who is it? By the strongest that they have. (ID33) */
export function FreshDialog({ asking, by, onClose }: FreshDialogProps) {
  const t = useUiMessages()
  const [value, setValue] = useState('')
  const attempt = useAttempt()
  const prove = (bodyOf: () => Promise<FreshBody>) =>
    attempt.run(async () => {
      await asking.post<undefined>('/api/me/fresh', await bodyOf())
      onClose(true)
    })
  const byPasskey = () =>
    prove(async () => {
      const passkey = await answerWithPasskey(await asking.post<PasskeyOptions>('/api/me/fresh/options', {}))
      if (!passkey) throw new BrokenOff()
      return { passkey }
    })
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    if (value === '') return
    prove(() => Promise.resolve(by === 'code' ? { code: value.trim() } : { password: value }))
  }
  return (
    <Dialog title={t('identity.fresh.title')} isOpen onClose={() => onClose(false)}>
      <form onSubmit={send} noValidate className="ac-identity">
        <p>{t('identity.fresh.lead')}</p>
        {by === 'code' && (
          <TextField
            label={t('identity.proof.app')}
            description={t('identity.proofHint.app')}
            autoComplete="one-time-code"
            value={value}
            onChange={setValue}
          />
        )}
        {by === 'password' && (
          <PasswordField label={t('identity.fresh.password')} value={value} onChange={setValue} />
        )}
        <Trouble error={attempt.error} codeOf={asking.codeOf} />
        {by === 'passkey' ? (
          <Button
            kind="primary"
            icon={<KeyIcon size={18} />}
            block
            isPending={attempt.isPending}
            onPress={byPasskey}
          >
            {t('identity.fresh.passkey')}
          </Button>
        ) : (
          <Button kind="primary" type="submit" block isPending={attempt.isPending}>
            {t('identity.fresh.go')}
          </Button>
        )}
      </form>
    </Dialog>
  )
}
