import type { PersonId } from '@accord/domain/ids'
import type { LiveView } from '@accord/ui/live-plan/live-plan'
import { PausedPane } from '@accord/ui/session/paused-pane'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { ButtonLink } from '@accord/ui/controls/link'
import { PageTitle } from '../../lib/page-title.js'
import { nameOf } from '../../lib/people.js'
import { paths } from '../../lib/paths.js'
import { useSelf } from '../../lib/self-context.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

interface PlanPausedProps {
  readonly view: LiveView
  readonly pausedBy: PersonId
}

/** In the place of every page of the plan while sharing is paused; one goes on from the session. (SE7) */
export function PlanPaused({ view, pausedBy }: PlanPausedProps) {
  const t = usePortalMessages()
  const { person } = useSelf()
  const session = view.plan?.live?.session
  const waiting = 'waiting' in view.saved ? view.saved.waiting : 0
  return (
    <PortalShell title={t('session.title')} back={{ href: paths.home, label: t('session.back') }}>
      <PageTitle name={t('session.title')} />
      <PausedPane
        by={pausedBy === person.id ? null : nameOf(view.people, pausedBy)}
        waiting={waiting}
        {...(session !== undefined && {
          actions: <ButtonLink href={paths.session(session)}>{t('session.toSession')}</ButtonLink>,
        })}
      />
    </PortalShell>
  )
}
