import { ErrorState } from '@accord/ui/states/error-state'
import { RecordErased } from './record-erased.js'
import { failureOf } from './request.js'
import { troubleSentence } from './request-trouble.js'
import { usePortalMessages } from './use-portal-messages.js'

interface PageTroubleProps {
  readonly title: string
  readonly error: unknown
  readonly onRetry: () => void
}

/** Why a page about one record shows nothing: nobody tries again to fetch what was erased. (ER5) */
export function PageTrouble({ title, error, onRetry }: PageTroubleProps) {
  const t = usePortalMessages()
  const failure = failureOf(error)
  if (failure?.kind === 'refused' && failure.code === 'erased')
    return <RecordErased erased={failure.erased} />
  return <ErrorState title={title} sentence={troubleSentence(t, error)} onRetry={onRetry} />
}
