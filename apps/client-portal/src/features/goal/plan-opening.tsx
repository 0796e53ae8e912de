import { useEffect, useState } from 'react'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { ErrorState } from '@accord/ui/states/error-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { CloudOffIcon } from '@accord/ui/icons/cloud-off-icon'
import { PageTitle } from '../../lib/page-title.js'
import { paths } from '../../lib/paths.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** After this long without an answer the person is told what is going on, in ms. */
const PATIENCE = 5_000

/** Before a plan was seen once. It goes on by itself as soon as the server answers. */
export function PlanOpening() {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  return (
    <PortalShell title={t('goal.page')} back={{ href: paths.goals, label: t('goal.back') }}>
      <PageTitle name={t('goal.page')} />
      {isSlow ? (
        <ErrorState
          icon={<CloudOffIcon size={30} />}
          title={t('plan.slow')}
          sentence={t('plan.slowSafe')}
          onRetry={() => window.location.reload()}
        />
      ) : (
        <GoalSkeleton sentence={ui('loading.yourGoals')} />
      )}
    </PortalShell>
  )
}
