import type { ReactNode } from 'react'
import { PauseIcon } from '../icons/pause-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface PausedPaneProps {
  /** Who paused; null when it was the reader. */
  readonly by: string | null
  /** How many own changes wait on this device to be sent. */
  readonly waiting: number
  /** The way to go on, for whoever paused. */
  readonly actions?: ReactNode
}

/** In the place of the goals while sharing is paused: plain, and the same for both. (SE7) */
export function PausedPane({ by, waiting, actions }: PausedPaneProps) {
  const t = useUiMessages()
  return (
    <section className="ac-state ac-state-centre ac-paused" role="status">
      <PauseIcon size={40} />
      <h2 className="ac-heading">
        {by === null ? t('inSession.paused.you') : t('inSession.paused.by', { name: by })}
      </h2>
      <p>{t('inSession.paused.rest')}</p>
      {waiting > 0 && <p>{t('inSession.paused.waiting', { count: waiting })}</p>}
      {actions !== undefined && <div className="ac-state-actions">{actions}</div>}
    </section>
  )
}
