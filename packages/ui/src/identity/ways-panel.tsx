import { useEffect, useState } from 'react'
import type { CodeAppBegun, Ways } from '@accord/domain/rest/factors'
import type { PasskeyOptions } from '@accord/domain/rest/passkey'
import { Button } from '../controls/button.js'
import { KeyIcon } from '../icons/key-icon.js'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { ErrorState } from '../states/error-state.js'
import { GoalSkeleton } from '../states/goal-skeleton.js'
import type { Asking } from './asking.js'
import { CodeAppSetup } from './code-app-setup.js'
import { DeviceList } from './device-list.js'
import { canUsePasskeys, makePasskey } from './passkeys.js'
import { PasswordChange, type PasswordOwner } from './password-change.js'
import { Trouble } from './trouble.js'
import { BrokenOff, useAttempt } from './use-attempt.js'

interface WaysPanelProps {
  readonly asking: Asking
  readonly owner: PasswordOwner
}

/** How one signs in, and where one is signed in. (ID24–ID37) */
export function WaysPanel({ asking, owner }: WaysPanelProps) {
  const t = useUiMessages()
  const [ways, setWays] = useState<Ways | null>(null)
  const [round, setRound] = useState(0)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let isGone = false
    asking.get<Ways>('/api/me/ways').then(
      (found) => !isGone && setWays(found),
      () => !isGone && setFailed(true),
    )
    return () => {
      isGone = true
    }
  }, [asking, round])
  const retry = () => {
    setFailed(false)
    setRound(round + 1)
  }
  if (ways === null) {
    return failed ? (
      <ErrorState title={t('identity.ways.failed')} sentence={t('identity.unreachable')} onRetry={retry} />
    ) : (
      <GoalSkeleton sentence={t('identity.ways.loading')} />
    )
  }
  return (
    <div className="ac-ways">
      <Passkeys ways={ways} asking={asking} onChange={setWays} />
      <PasswordChange ways={ways} asking={asking} owner={owner} onChange={setWays} />
      <CodeApp ways={ways} asking={asking} onChange={setWays} onRead={retry} />
      <DeviceList ways={ways} asking={asking} onChange={setWays} />
    </div>
  )
}

interface PartProps {
  readonly ways: Ways
  readonly asking: Asking
  readonly onChange: (ways: Ways) => void
}

/** Lets the device make a passkey and keeps it. */
export async function addPasskey(asking: Asking): Promise<Ways> {
  const made = await makePasskey(await asking.post<PasskeyOptions>('/api/me/passkeys/options', {}))
  if (!made) throw new BrokenOff()
  return asking.post<Ways>('/api/me/passkeys', made)
}

function Passkeys({ ways, asking, onChange }: PartProps) {
  const t = useUiMessages()
  const format = useFormat()
  const attempt = useAttempt()
  const now = new Date()
  const remove = (id: string) =>
    attempt.run(async () => onChange(await asking.post<Ways>(`/api/me/passkeys/${id}/remove`, {})))
  return (
    <section aria-labelledby="ways-passkeys">
      <h2 className="ac-subheading" id="ways-passkeys">
        {t('identity.passkeys.heading')}
      </h2>
      <p className="ac-muted ac-small">{t('identity.passkeys.lead')}</p>
      <ul className="ac-ways-list">
        {ways.passkeys.map(({ id, device, since, used }) => (
          <li key={id}>
            <KeyIcon size={20} />
            <span>
              <b>{device === '' ? t('identity.device.unknown') : device}</b>
              <span className="ac-muted ac-small">
                {used === null
                  ? t('identity.passkeys.since', { at: format.moment(new Date(since), now) })
                  : t('identity.passkeys.used', { at: format.moment(new Date(used), now) })}
              </span>
            </span>
            <Button kind="quiet" size="small" isPending={attempt.isPending} onPress={() => remove(id)}>
              {t('identity.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {canUsePasskeys() && (
        <Button
          icon={<KeyIcon size={18} />}
          isPending={attempt.isPending}
          onPress={() => attempt.run(async () => onChange(await addPasskey(asking)))}
        >
          {t('identity.passkeys.add')}
        </Button>
      )}
      <Trouble error={attempt.error} codeOf={asking.codeOf} />
    </section>
  )
}

function CodeApp({ ways, asking, onChange, onRead }: PartProps & { readonly onRead: () => void }) {
  const t = useUiMessages()
  const attempt = useAttempt()
  const [begun, setBegun] = useState<CodeAppBegun | null>(null)
  const begin = () =>
    attempt.run(async () => setBegun(await asking.post<CodeAppBegun>('/api/me/code-app', {})))
  const remove = () =>
    attempt.run(async () => onChange(await asking.post<Ways>('/api/me/code-app/remove', {})))
  const done = () => {
    setBegun(null)
    onRead()
  }
  return (
    <section aria-labelledby="ways-app">
      <h2 className="ac-subheading" id="ways-app">
        {t('identity.app.heading')}
      </h2>
      {begun !== null ? (
        <CodeAppSetup begun={begun} asking={asking} onDone={done} />
      ) : (
        <>
          <p className="ac-muted ac-small">
            {ways.codeApp === null
              ? t('identity.app.none')
              : t('identity.app.left', { count: ways.codeApp.recoveryCodesLeft })}
          </p>
          <div className="ac-identity-acts">
            <Button isPending={attempt.isPending} onPress={begin}>
              {t(ways.codeApp === null ? 'identity.app.add' : 'identity.app.renew')}
            </Button>
            {ways.codeApp !== null && (
              <Button kind="quiet" isPending={attempt.isPending} onPress={remove}>
                {t('identity.remove')}
              </Button>
            )}
          </div>
        </>
      )}
      <Trouble error={attempt.error} codeOf={asking.codeOf} />
    </section>
  )
}
