import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from '@accord/ui/controls/button'
import { useFormat } from '@accord/ui/messages/use-format'
import { ConsolePage } from '@accord/ui/shell/console-shell'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { auditQuery } from '../api/audit.js'
import { DeskEmpty } from '../desk-empty.js'
import { DeskFrame } from '../desk-frame.js'
import { AuditCheck } from './audit-check.js'
import { AuditFilters } from './audit-filters.js'
import { AuditTable } from './audit-table.js'
import { ExportAudit } from './export-audit.js'
import { Findings } from './findings.js'
import { useAuditSearch } from './use-audit-search.js'

/** Who did what in the clinic's Accord, and whether they were let. (AU5) */
export function AuditPage() {
  const t = useWebMessages()
  const format = useFormat()
  const { asked, ask } = useAuditSearch()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    auditQuery(asked),
  )
  const total = data?.pages[0]?.total ?? 0
  const shown = data?.pages.reduce((sum, { events }) => sum + events.length, 0) ?? 0
  return (
    <DeskFrame tab="audit" title={t('audit.title')}>
      <ConsolePage title={t('audit.heading')} lead={t('audit.lead')}>
        <Findings />
        <AuditFilters asked={asked} onAsk={ask} />
        {data === undefined ? (
          error === null ? (
            <GoalSkeleton sentence={t('audit.loading')} />
          ) : (
            <FailedPage error={error} what={t('audit.what')} onRetry={() => void refetch()} />
          )
        ) : shown === 0 ? (
          <DeskEmpty title={t('audit.none')} sentence={t('audit.noneHint')} actions={null} />
        ) : (
          <>
            <div className="web-audit-over">
              <p className="ac-muted ac-small" role="status">
                {t('audit.count', { total })}
              </p>
              <ExportAudit asked={asked} />
            </div>
            <AuditTable pages={data.pages} />
            <div className="web-audit-under">
              <AuditCheck />
              {hasNextPage && (
                <Button
                  kind="quiet"
                  size="small"
                  isPending={isFetchingNextPage}
                  onPress={() => void fetchNextPage()}
                >
                  {t('audit.more', { count: format.number(total - shown) })}
                </Button>
              )}
            </div>
          </>
        )}
      </ConsolePage>
    </DeskFrame>
  )
}
