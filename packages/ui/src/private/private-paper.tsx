import { type ReactNode, useId } from 'react'
import { LockIcon } from '../icons/lock-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface PrivatePaperProps {
  readonly title: string
  /** What can be done with the paper, such as putting it away. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** Paper that only its writer reads. Nothing shared is ever drawn on it, and nothing private off it. */
export function PrivatePaper({ title, actions, children }: PrivatePaperProps) {
  const t = useUiMessages()
  const titleId = useId()
  return (
    <section className="ac-private-paper" aria-labelledby={titleId}>
      <div className="ac-private-paper-head">
        <h4 id={titleId}>{title}</h4>
        <span className="ac-private-lock">
          <LockIcon size={13} />
          {t('private.onlyYou')}
        </span>
        {actions}
      </div>
      <div className="ac-private-lines">{children}</div>
    </section>
  )
}
