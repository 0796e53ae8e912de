import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { EndingPage } from '@accord/domain/rest/ending'
import { ClosedPack } from '@accord/ui/ending/closed-pack'
import { EndingStanding } from '@accord/ui/ending/ending-standing'
import { lineOffers } from '@accord/ui/ending/line-offers'
import { OpenPack } from '@accord/ui/ending/open-pack'
import { TakePaper } from '@accord/ui/ending/take-paper'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { Button } from '@accord/ui/controls/button'
import { EmptyState } from '@accord/ui/states/empty-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { AddedBeside } from '../../../lib/added/added-beside.js'
import { AddedTrouble } from '../../../lib/added/added-trouble.js'
import { FailedPage } from '../../../lib/failed-page.js'
import { barriersQuery } from '../../../lib/barriers.js'
import { useSelf } from '../../../lib/self-context.js'
import { toasts } from '../../../lib/toasts.js'
import { beginEnding, endingHands, endingQuery, takeEnding } from '../api/ending.js'
import { safetyPlansQuery } from '../api/measures.js'

/** What the two of them leave with when their work ends. (EN1–EN12) */
export function EndingTab({ summary }: { readonly summary: CaseSummary }) {
  return (
    <div className="web-ending">
      <Ending summary={summary} />
    </div>
  )
}

function Ending({ summary }: { readonly summary: CaseSummary }) {
  const t = useUiMessages()
  const { caseId } = summary
  const { data: page, error, refetch } = useQuery(endingQuery(caseId))
  if (page === undefined && error === null) return <GoalSkeleton sentence={t('ending.loading')} />
  if (page === undefined)
    return <FailedPage error={error} what={t('ending.what')} onRetry={() => void refetch()} />
  return page.state.kind === 'none' ? <Unbegun page={page} /> : <Begun page={page} />
}

/** Nothing yet: what it is, and for its practitioner the way to begin it. (EN1) */
function Unbegun({ page: { caseId, mayBegin, closedAt } }: { readonly page: EndingPage }) {
  const t = useUiMessages()
  const queries = useQueryClient()
  const beginning = useMutation({
    mutationFn: () => beginEnding(caseId),
    onSuccess: (begun) => queries.setQueryData(endingQuery(caseId).queryKey, begun),
    onError: () => toasts.add({ kind: 'failed', words: t('ending.begin.failed') }),
  })
  const others = t(closedAt === null ? 'ending.none.supervisor' : 'ending.none.closed')
  return (
    <EmptyState
      title={t('ending.none')}
      sentence={mayBegin ? t('ending.none.practitioner') : others}
      actions={
        mayBegin && (
          <Button kind="primary" isPending={beginning.isPending} onPress={() => beginning.mutate()}>
            {t('ending.begin')}
          </Button>
        )
      }
    />
  )
}

function Begun({ page }: { readonly page: EndingPage }) {
  const queries = useQueryClient()
  const { caseId, state, mayWrite, readers } = page
  const viewer = useSelf().person.id
  const hands = useMemo(() => endingHands(queries, caseId), [queries, caseId])
  const { data: safety } = useQuery({
    ...safetyPlansQuery(caseId),
    enabled: mayWrite && state.kind === 'open',
  })
  const { data: register } = useQuery({
    ...barriersQuery(caseId),
    enabled: mayWrite && state.kind === 'open',
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
    <>
      <div className="web-ending-head">
        <EndingStanding page={page} whose="practice" />
        <TakePaper take={(paper) => takeEnding(caseId, paper)} />
      </div>
      {state.kind === 'open' && <OpenPack {...{ page, state, viewer, hands, offers }} />}
      {state.kind === 'closed' && (
        <>
          <AddedTrouble caseId={caseId} />
          <AddedBeside
            caseId={caseId}
            isHere={({ kind, item }) => kind === 'ending' && item === state.pack.ending}
          />
          <ClosedPack {...{ page, state, viewer, hands }} />
        </>
      )}
    </>
  )
}
