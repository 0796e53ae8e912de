import type { Ways } from '@accord/domain/rest/factors'
import { Button } from '../controls/button.js'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import type { Asking } from './asking.js'
import { Trouble } from './trouble.js'
import { useAttempt } from './use-attempt.js'

interface DeviceListProps {
  readonly ways: Ways
  readonly asking: Asking
  readonly onChange: (ways: Ways) => void
}

/** Everywhere that one is signed in now, and the way out of each. (ID36) */
export function DeviceList({ ways, asking, onChange }: DeviceListProps) {
  const t = useUiMessages()
  const format = useFormat()
  const attempt = useAttempt()
  const now = new Date()
  const end = (path: string) =>
    attempt.run(async () => onChange(await asking.post<Ways>(`/api/me/devices/${path}`, {})))
  return (
    <section aria-labelledby="ways-devices">
      <h2 className="ac-subheading" id="ways-devices">
        {t('identity.devices.heading')}
      </h2>
      <p className="ac-muted ac-small">{t('identity.devices.lead')}</p>
      <ul className="ac-ways-list">
        {ways.devices.map(({ id, device, seen, isHere }) => (
          <li key={id}>
            <span className="ac-ways-dot" data-here={isHere || undefined} aria-hidden="true" />
            <span>
              <b>{device === '' ? t('identity.device.unknown') : device}</b>
              <span className="ac-muted ac-small">
                {isHere
                  ? t('identity.devices.here')
                  : t('identity.devices.seen', { at: format.moment(new Date(seen), now) })}
              </span>
            </span>
            {!isHere && (
              <Button
                kind="quiet"
                size="small"
                isPending={attempt.isPending}
                onPress={() => end(`${id}/end`)}
              >
                {t('identity.devices.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {ways.devices.length > 1 && (
        <Button isPending={attempt.isPending} onPress={() => end('end-others')}>
          {t('identity.devices.endOthers')}
        </Button>
      )}
      <Trouble error={attempt.error} codeOf={asking.codeOf} />
    </section>
  )
}
