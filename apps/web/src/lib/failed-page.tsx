import { ErrorState } from '@accord/ui/states/error-state'
import { CloudOffIcon } from '@accord/ui/icons/cloud-off-icon'
import { RecordRestricted } from './record-restricted.js'
import { failureOf, refusalCode } from './request-failure.js'
import { useWebMessages } from './use-web-messages.js'

interface FailedPageProps {
  readonly error: Error
  /** What couldn't be fetched, as the end of "We couldn't fetch …". */
  readonly what: string
  readonly onRetry: () => void
}

/** A page that couldn't be fetched: what happened, what is safe, one next thing. Of a restricted record, why. (DR34) */
export function FailedPage({ error, what, onRetry }: FailedPageProps) {
  const t = useWebMessages()
  if (refusalCode(error) === 'restricted') return <RecordRestricted />
  const isUnreachable = failureOf(error).kind === 'unreachable'
  return (
    <ErrorState
      title={t('failed.title', { what })}
      sentence={isUnreachable ? t('failed.unreachable') : t('failed.server')}
      onRetry={onRetry}
      {...(isUnreachable ? { icon: <CloudOffIcon size={30} /> } : {})}
    />
  )
}
