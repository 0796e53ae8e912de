import type { GoalId, LogId } from '@accord/domain/ids'
import { ButtonLink } from '@accord/ui/controls/link'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { EmptyState } from '@accord/ui/states/empty-state'
import { PageTitle } from '../../../lib/page-title.js'
import { paths } from '../../../lib/paths.js'
import { usePortalMessages } from '../../../lib/use-portal-messages.js'

interface DraftSharedProps {
  readonly plan: LogId
  readonly goal: GoalId
}

/** A draft whose words are in the plan: it lives there now, once. (DR3) */
export function DraftShared({ plan, goal }: DraftSharedProps) {
  const t = usePortalMessages()
  return (
    <PortalShell title={t('draft.unnamed')} back={{ href: paths.goals, label: t('goal.back') }}>
      <PageTitle name={t('draft.page')} />
      <EmptyState
        title={t('draft.shared')}
        sentence={t('draft.sharedNext')}
        actions={
          <ButtonLink kind="primary" href={paths.goal(plan, goal)}>
            {t('draft.sharedOpen')}
          </ButtonLink>
        }
      />
    </PortalShell>
  )
}
