import type { ReactNode } from 'react'
import { CloudOffIcon } from '../icons/cloud-off-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface LateBannerProps {
  /** Edits that the server hasn't confirmed. */
  readonly waiting: number
  /** False where this device can't keep unsent words. */
  readonly isKeptHere: boolean
}

/** The connection stands and nothing comes back: nobody is left to believe that their words are saved. (LP13) */
export function LateBanner({ waiting, isKeptHere }: LateBannerProps) {
  const t = useUiMessages()
  const bold = { b: (children: ReactNode) => <b>{children}</b> }
  return (
    <div className="ac-offline">
      <CloudOffIcon />
      <span role="status">
        {isKeptHere ? t.rich('late.banner', { count: waiting, ...bold }) : t.rich('late.unkept', bold)}
      </span>
    </div>
  )
}
