import { ErrorState } from '@accord/ui/states/error-state'
import { useWebMessages } from '../lib/use-web-messages.js'

/** A mistake of ours. Unsent words are kept on the device, so loading the page again loses nothing. */
export function CrashedPage() {
  const t = useWebMessages()
  return (
    <main id="main" className="web-alone">
      <ErrorState
        title={t('crashed.title')}
        sentence={t('crashed.sentence')}
        onRetry={() => window.location.reload()}
      />
    </main>
  )
}
