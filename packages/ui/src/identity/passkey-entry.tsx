import type { PasskeyOptions } from '@accord/domain/rest/passkey'
import type { Self } from '@accord/domain/rest/self'
import { Button } from '../controls/button.js'
import { KeyIcon } from '../icons/key-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { OrRule } from '../sign-in/sign-in-page.js'
import type { Asking } from './asking.js'
import { answerWithPasskey, canUsePasskeys } from './passkeys.js'
import { Trouble } from './trouble.js'
import { BrokenOff, useAttempt } from './use-attempt.js'

interface PasskeyEntryProps {
  readonly asking: Asking
  readonly onIn: (self: Self) => void
}

/** In by one press, where the browser can. (ID21) */
export function PasskeyEntry({ asking, onIn }: PasskeyEntryProps) {
  const t = useUiMessages()
  const attempt = useAttempt()
  if (!canUsePasskeys()) return null
  const enter = () =>
    attempt.run(async () => {
      const answer = await answerWithPasskey(
        await asking.post<PasskeyOptions>('/api/sign-in/passkey/options', {}),
      )
      if (!answer) throw new BrokenOff()
      onIn(await asking.post<Self>('/api/sign-in/passkey', answer))
    })
  return (
    <div className="ac-identity ac-passkey-entry">
      <Button
        kind="primary"
        size="large"
        block
        icon={<KeyIcon size={20} />}
        isPending={attempt.isPending}
        onPress={enter}
      >
        {t('identity.withPasskey')}
      </Button>
      <Trouble error={attempt.error} codeOf={asking.codeOf} />
      <OrRule word={t('identity.or')} />
    </div>
  )
}
