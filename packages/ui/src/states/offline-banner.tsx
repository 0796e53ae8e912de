import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { CloudOffIcon } from '../icons/cloud-off-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface OfflineBannerProps {
  /** Edits that wait to be sent. */
  readonly waiting: number
  /** Who else writes here. */
  readonly name?: string
  /** Until the next try, in seconds; unknown while one is going on. */
  readonly retryIn?: number | undefined
  /** Left out where the connection comes back by itself. */
  readonly onRetry?: () => void
}

/** Typing never stops for want of a network; this says so. */
export function OfflineBanner({ waiting, name, retryIn, onRetry }: OfflineBannerProps) {
  const t = useUiMessages()
  return (
    <div className="ac-offline">
      <CloudOffIcon />
      <span role="status">
        {t.rich('offline.banner', { count: waiting, b: (children: ReactNode) => <b>{children}</b> })}
        {name !== undefined && waiting > 0 && ` ${t('offline.join', { name })}`}
      </span>
      {retryIn !== undefined && (
        <span className="ac-tiny ac-num">{t('offline.retryIn', { seconds: retryIn })}</span>
      )}
      {onRetry !== undefined && (
        <Button className="ac-offline-retry" onPress={onRetry}>
          {t('offline.retry')}
        </Button>
      )}
    </div>
  )
}
