import type { ReactNode } from 'react'
import { Button } from '../controls/button.js'
import { ErrorIcon } from '../icons/error-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface ErrorStateProps {
  /** What happened. */
  readonly title: string
  /** What is safe. */
  readonly sentence: string
  readonly onRetry?: () => void
  /** One next thing, where trying again isn't it. */
  readonly actions?: ReactNode
  readonly icon?: ReactNode
}

export function ErrorState({ title, sentence, onRetry, actions, icon }: ErrorStateProps) {
  const t = useUiMessages()
  return (
    <div className="ac-state ac-state-start" role="alert">
      <span className="ac-state-icon">{icon ?? <ErrorIcon size={30} />}</span>
      <h2 className="ac-heading">{title}</h2>
      <p>{sentence}</p>
      {(onRetry ?? actions) && (
        <div className="ac-state-actions">
          {onRetry !== undefined && <Button onPress={onRetry}>{t('error.retry')}</Button>}
          {actions}
        </div>
      )}
    </div>
  )
}
