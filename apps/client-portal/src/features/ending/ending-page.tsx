import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useParams } from 'react-router'
import type { CaseId } from '@accord/domain/ids'
import type { EndingPage as Page } from '@accord/domain/rest/ending'
import { ClosedPack } from '@accord/ui/ending/closed-pack'
import { EndingStanding } from '@accord/ui/ending/ending-standing'
import { lineOffers } from '@accord/ui/ending/line-offers'
import { OpenPack } from '@accord/ui/ending/open-pack'
import { TakePaper } from '@accord/ui/ending/take-paper'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { ButtonLink } from '@accord/ui/controls/link'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { EmptyState } from '@accord/ui/states/empty-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { barriersQuery } from '../../lib/barriers.js'
import { endingHands, takeEnding, watchedEndingQuery } from '../../lib/ending.js'
import { PageTitle } from '../../lib/page-title.js'
import { paths } from '../../lib/paths.js'
import { failureOf } from '../../lib/request.js'
import { PageTrouble } from '../../lib/page-trouble.js'
import { safetyPlansQuery } from '../../lib/safety.js'
import { useSelf } from '../../lib/self-context.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** What one leaves with when the work ends: written together, kept for good. (EN1–EN12) */
export function EndingPage() {
  const t = useUiMessages()
  const portal = usePortalMessages()
  const { caseId = '' } = useParams()
  const { data: page, error, refetch } = useQuery(watchedEndingQuery(caseId as CaseId))
  const failure = failureOf(error)
  const isAbsent = failure?.kind === 'refused' && [403, 404].includes(failure.status)
  return (
    <PortalShell title={t('ending.title')} back={{ href: paths.you, label: portal('rooms.you') }}>
      <PageTitle name={t('ending.title')} />
      {page === undefined && error === null && <GoalSkeleton sentence={t('ending.loading')} />}
      {page === undefined && isAbsent && <Absent isOver={failure.code === 'reading-over'} />}
      {page === undefined && error !== null && !isAbsent && (
        <PageTrouble title={t('ending.failed')} error={error} onRetry={() => void refetch()} />
      )}
      {page?.state.kind === 'none' && (
        <EmptyState
          title={t('ending.none')}
          sentence={t(page.closedAt === null ? 'ending.none.client' : 'ending.none.closed')}
        />
      )}
      {page !== undefined && page.state.kind !== 'none' && <Begun page={page} />}
    </PortalShell>
  )
}

/** A case that is not theirs, or one whose days of reading are over. (EN10) */
function Absent({ isOver }: { readonly isOver: boolean }) {
  const t = useUiMessages()
  return (
    <EmptyState
      title={t(isOver ? 'ending.over' : 'ending.absent')}
      sentence={t(isOver ? 'ending.over.next' : 'ending.absent.next')}
    />
  )
}

function Begun({ page }: { readonly page: Page }) {
  const t = useUiMessages()
  const queries = useQueryClient()
  const { caseId, state, mayWrite, readers } = page
  const viewer = useSelf().person.id
  const hands = useMemo(() => endingHands(queries, caseId), [queries, caseId])
  const { data: safety } = useQuery({
    ...safetyPlansQuery(caseId),
    enabled: mayWrite && state.kind === 'open',
    // A guardian has none: that is no failure of this page. (SA7)
    retry: false,
  })
  const { data: register } = useQuery({
    ...barriersQuery(caseId),
    enabled: mayWrite && state.kind === 'open',
    // Nor does a guardian read this. (BA3)
    retry: false,
  })
  const offers = useMemo(
    () =>
      lineOffers({
        plans: safety?.plans ?? [],
        helped: state.kind === 'open' ? state.helped : [],
        register,
        readers,
      }),
    [safety, state, register, readers],
  )
  return (
    <div className="pt-ending">
      <EndingStanding page={page} whose="client" />
      {state.kind === 'open' && <OpenPack {...{ page, state, viewer, hands, offers }} />}
      {state.kind === 'closed' && <ClosedPack {...{ page, state, viewer, hands }} />}
      <div className="pt-ending-foot">
        <TakePaper take={(paper) => takeEnding(caseId, paper)} />
        <ButtonLink href={paths.goals}>{t('ending.plan')}</ButtonLink>
      </div>
    </div>
  )
}
