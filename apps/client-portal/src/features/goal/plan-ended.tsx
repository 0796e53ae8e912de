import type { ReactNode } from 'react'
import type { Tombstone } from '@accord/domain/refusal'
import { ButtonLink } from '@accord/ui/controls/link'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import type { Ending } from '@accord/ui/live-plan/live-plan'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { ErrorState } from '@accord/ui/states/error-state'
import { PageTitle } from '../../lib/page-title.js'
import { paths } from '../../lib/paths.js'
import { RecordErased } from '../../lib/record-erased.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

interface PlanEndedProps {
  readonly ending: Exclude<Ending, 'signed-out'>
  /** With `erased`: when, and by which rule. (ER5) */
  readonly erased?: Tombstone | null
  /** Words that were not sent before, for their writer to keep. (OF11) */
  readonly children?: ReactNode
}

/** A plan that can't be open here: what happened, what is safe, and one way on. */
export function PlanEnded({ ending, erased = null, children }: PlanEndedProps) {
  const t = usePortalMessages()
  const goals = (
    <ButtonLink kind="primary" href={paths.goals}>
      {t('goals.open')}
    </ButtonLink>
  )
  return (
    <PortalShell title={t('goal.page')} back={{ href: paths.goals, label: t('goal.back') }}>
      <PageTitle name={t('goal.page')} />
      {ending === 'plan-unreadable' ? (
        <ErrorState
          title={t('plan.ended.plan-unreadable')}
          sentence={t('plan.endedSafe.plan-unreadable')}
          onRetry={() => window.location.reload()}
        />
      ) : ending === 'erased' ? (
        <RecordErased erased={erased} wasOpen />
      ) : (
        <ErrorState
          icon={<LockIcon size={30} />}
          title={t(`plan.ended.${ending}`)}
          sentence={t(`plan.endedSafe.${ending}`)}
          actions={goals}
        />
      )}
      {children}
    </PortalShell>
  )
}
