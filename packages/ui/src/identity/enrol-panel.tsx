import { useState } from 'react'
import type { CodeAppBegun } from '@accord/domain/rest/factors'
import { Button } from '../controls/button.js'
import { KeyIcon } from '../icons/key-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { OrRule } from '../sign-in/sign-in-page.js'
import type { Asking } from './asking.js'
import { CodeAppSetup } from './code-app-setup.js'
import { canUsePasskeys } from './passkeys.js'
import { Trouble } from './trouble.js'
import { useAttempt } from './use-attempt.js'
import { addPasskey } from './ways-panel.js'

/** The second key that staff need before anything else is open. (ID24) */
export function EnrolPanel({ asking, onDone }: { readonly asking: Asking; readonly onDone: () => void }) {
  const t = useUiMessages()
  const attempt = useAttempt()
  const [begun, setBegun] = useState<CodeAppBegun | null>(null)
  if (begun !== null) return <CodeAppSetup begun={begun} asking={asking} onDone={onDone} />
  return (
    <div className="ac-identity">
      {canUsePasskeys() && (
        <>
          <Button
            kind="primary"
            size="large"
            block
            icon={<KeyIcon size={20} />}
            isPending={attempt.isPending}
            onPress={() =>
              attempt.run(async () => {
                await addPasskey(asking)
                onDone()
              })
            }
          >
            {t('identity.usePasskey')}
          </Button>
          <p className="ac-muted ac-small">{t('identity.passkeyHint')}</p>
          <OrRule word={t('identity.or')} />
        </>
      )}
      <Button
        size="large"
        block
        isPending={attempt.isPending}
        onPress={() =>
          attempt.run(async () => setBegun(await asking.post<CodeAppBegun>('/api/me/code-app', {})))
        }
      >
        {t('identity.app.add')}
      </Button>
      <Trouble error={attempt.error} codeOf={asking.codeOf} />
    </div>
  )
}
