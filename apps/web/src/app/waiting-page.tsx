import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { useWebMessages } from '../lib/use-web-messages.js'

/** The shape of what is coming, while the page itself is being fetched. */
export function WaitingPage() {
  const t = useWebMessages()
  return (
    <main id="main" className="web-alone">
      <GoalSkeleton sentence={t('app.opening')} />
    </main>
  )
}
