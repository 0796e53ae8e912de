import { useMemo, useState } from 'react'
import { useParams } from 'react-router'
import type { GoalId, LogId } from '@accord/domain/ids'
import { goalOf } from '@accord/domain/plan/plan'
import { stillOf } from '@accord/domain/replay/shown'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { IntegrityBadge } from '@accord/ui/replay/integrity-badge'
import type { ReplayView } from '@accord/ui/replay/replay-view'
import { useReplay } from '@accord/ui/replay/use-replay'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { ErrorState } from '@accord/ui/states/error-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { PageTitle } from '../../lib/page-title.js'
import { paths } from '../../lib/paths.js'
import { PageTrouble } from '../../lib/page-trouble.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { DOOR } from './api/door.js'
import { HowFoot } from './how-foot.js'
import { HowRoom } from './how-room.js'

/** How a goal, or the whole plan, came to be, for the people whose it is; in a form made for a phone. (RP17) */
export function HowPage() {
  const { plan, goal } = useParams()
  return <Replayed plan={plan as LogId} goal={(goal as GoalId | undefined) ?? null} />
}

interface ReplayedProps {
  readonly plan: LogId
  readonly goal: GoalId | null
}

function Replayed({ plan, goal }: ReplayedProps) {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const [now] = useState(() => new Date())
  const [view, again] = useReplay(DOOR, plan, goal)
  const name = nameIn(view, goal)
  const title = goal === null ? t('how.title.all') : t('how.title', { goal: name ?? ui('goal.unnamed') })
  const back = goal === null ? paths.record : paths.goal(plan, goal)
  return (
    <PortalShell title={title} back={{ href: back, label: t('how.back') }}>
      <PageTitle name={t('how.page')} />
      {view.phase === 'opening' && <GoalSkeleton sentence={t('how.opening')} />}
      {view.phase === 'failed' && <PageTrouble title={t('how.failed')} error={view.error} onRetry={again} />}
      {view.phase === 'open' && (
        <>
          <Open view={view} goal={goal} />
          <IntegrityBadge check={view.check} now={now} onAgain={again} />
          <HowFoot people={view.people} />
        </>
      )}
    </PortalShell>
  )
}

interface OpenProps {
  readonly view: Extract<ReplayView, { phase: 'open' }>
  readonly goal: GoalId | null
}

/** While the record comes there is the last moment alone. */
function Open({ view: { film, last, people, check }, goal }: OpenProps) {
  const t = usePortalMessages()
  const still = useMemo(() => (last === null ? null : stillOf(last.plan)), [last])
  const shown = film ?? still
  if (shown !== null) {
    const key = film === null ? 'still' : 'film'
    return <HowRoom key={key} film={shown} lastAt={last?.at ?? 0} people={people} goal={goal} />
  }
  if (check.kind === 'running') return <GoalSkeleton sentence={t('how.opening')} />
  return <ErrorState title={t('how.blind')} sentence={t('how.blindNext')} />
}

/** What the goal is called now; null before that is known. */
function nameIn(view: ReplayView, goal: GoalId | null): string | null {
  if (view.phase !== 'open' || goal === null) return null
  const plan = view.film?.end ?? view.last?.plan
  const name = plan && goalOf(plan, goal)?.name.text.trim()
  return name === undefined || name === '' ? null : name
}
