import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { LogId } from '@accord/domain/ids'
import type { Plan } from '@accord/domain/plan/plan'
import type { CaseSummary } from '@accord/domain/rest/case'
import { Button } from '@accord/ui/controls/button'
import { HistoryIcon } from '@accord/ui/icons/history-icon'
import { ErrorState } from '@accord/ui/states/error-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { historyQuery } from '../api/history.js'
import { HistoryList } from './history-list.js'

interface HistoryTabProps {
  readonly summary: CaseSummary
  readonly log: LogId
  /** The live plan, which knows the goals' names of this moment; null while it opens. */
  readonly plan: Plan | null
  /** The last entry known to the live plan; 0 while it opens. */
  readonly headSeq: number
}

/** How the goals came to be: all of it, or a plain word that something is missing. (HI9) */
export function HistoryTab({ summary, log, plan, headSeq }: HistoryTabProps) {
  const t = useWebMessages()
  const query = useInfiniteQuery(historyQuery(log))
  const { hasNextPage, isFetching, isError, fetchNextPage, refetch } = query
  const [isPartShown, setIsPartShown] = useState(false)
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [hasNextPage, isFetching, isError, fetchNextPage])

  const { data: fetched } = query
  const pages = fetched?.pages ?? []
  const entries = useMemo(() => fetched?.pages.flatMap((page) => page.entries) ?? [], [fetched])
  const head = pages.at(-1)?.head.seq ?? 0
  if (isError && pages.length === 0) {
    return (
      <div className="ac-page">
        <FailedPage error={query.error} what={t('history.what')} onRetry={() => void refetch()} />
      </div>
    )
  }
  if (pages.length === 0 || (hasNextPage && !isError)) {
    return (
      <div className="ac-page">
        <GoalSkeleton sentence={t('history.loading', { count: entries.length })} />
      </div>
    )
  }
  const isCut = hasNextPage && isError
  return (
    <>
      {isCut && (
        <div className="ac-page web-cut">
          <ErrorState
            icon={<HistoryIcon size={30} />}
            title={t('history.cut.title')}
            sentence={t('history.cut.sentence', { count: entries.length, head })}
            onRetry={() => void fetchNextPage()}
            {...(isPartShown
              ? {}
              : {
                  actions: (
                    <Button kind="quiet" onPress={() => setIsPartShown(true)}>
                      {t('history.cut.show', { count: entries.length })}
                    </Button>
                  ),
                })}
          />
        </div>
      )}
      {(!isCut || isPartShown) && (
        <HistoryList
          caseId={summary.caseId}
          plan={log}
          entries={entries}
          head={head}
          people={pages.at(-1)?.people ?? summary.people}
          goals={plan}
          newer={Math.max(0, headSeq - head)}
          onShowNewer={() => void refetch()}
        />
      )}
    </>
  )
}
