import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { ErrorState } from '@accord/ui/states/error-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { CloudOffIcon } from '@accord/ui/icons/cloud-off-icon'
import { PageTitle } from '../../lib/page-title.js'
import { paths } from '../../lib/paths.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** Before a plan was seen once. It goes on by itself as soon as the server answers. */
export function PlanOpening({ isLate }: { readonly isLate: boolean }) {
  const t = usePortalMessages()
  const ui = useUiMessages()
  return (
    <PortalShell title={t('goal.page')} back={{ href: paths.goals, label: t('goal.back') }}>
      <PageTitle name={t('goal.page')} />
      {isLate ? (
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
