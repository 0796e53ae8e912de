import { type SubmitEvent, useState } from 'react'
import { Button } from '../controls/button.js'
import { Dialog } from '../controls/dialog.js'
import { TextField } from '../controls/text-field.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import type { Asking } from './asking.js'
import { Trouble } from './trouble.js'
import { useAttempt } from './use-attempt.js'

interface ForgottenProps {
  readonly asking: Asking
  /** Without a mail server no letter reaches anybody: then it says whom to ask. (ID40) */
  readonly sendsLetters: boolean
  readonly onClose: () => void
}

/** A letter to whoever has this address, if anybody: nobody is told which. (ID19) */
export function Forgotten({ asking, sendsLetters, onClose }: ForgottenProps) {
  const t = useUiMessages()
  const [email, setEmail] = useState('')
  const [isSent, setIsSent] = useState(false)
  const [isAsked, setIsAsked] = useState(false)
  const attempt = useAttempt()
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    setIsAsked(true)
    if (email.trim() === '') return
    attempt.run(async () => {
      await asking.post<undefined>('/api/reset', { email: email.trim() })
      setIsSent(true)
    })
  }
  return (
    <Dialog title={t('identity.forgotten.title')} isOpen onClose={onClose}>
      {!sendsLetters ? (
        <div className="ac-identity">
          <p>{t('identity.forgotten.atPractice')}</p>
          <p>{t('identity.forgotten.atPractice.how')}</p>
          <Button kind="primary" onPress={onClose}>
            {t('identity.forgotten.close')}
          </Button>
        </div>
      ) : isSent ? (
        <div className="ac-identity">
          <p role="status">{t('identity.forgotten.sent')}</p>
          <Button kind="primary" onPress={onClose}>
            {t('identity.forgotten.close')}
          </Button>
        </div>
      ) : (
        <form onSubmit={send} noValidate className="ac-identity">
          <p>{t('identity.forgotten.lead')}</p>
          <TextField
            label={t('identity.forgotten.email')}
            type="email"
            autoComplete="username"
            value={email}
            onChange={setEmail}
            error={isAsked && email.trim() === '' ? t('identity.forgotten.missing') : undefined}
          />
          <Trouble error={attempt.error} codeOf={asking.codeOf} />
          <Button kind="primary" type="submit" block isPending={attempt.isPending}>
            {t('identity.forgotten.send')}
          </Button>
        </form>
      )}
    </Dialog>
  )
}
