import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'

/** The shape of what is coming, while the page itself is being fetched. */
export function PageWaiting() {
  const ui = useUiMessages()
  return (
    <main id="main" className="ac-portal ac-portal-main">
      <GoalSkeleton sentence={ui('loading.page')} />
    </main>
  )
}
