import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { CaseList } from '@accord/domain/rest/case'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { EmptyState } from '@accord/ui/states/empty-state'
import { ErrorState } from '@accord/ui/states/error-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { casesQuery } from '../../lib/cases.js'
import { useKept } from '../../lib/kept.js'
import { KeptBanner } from '../../lib/kept-banner.js'
import { PageTitle } from '../../lib/page-title.js'
import { troubleSentence } from '../../lib/request-trouble.js'
import { useRooms } from '../../lib/rooms.js'
import { useSelf } from '../../lib/self-context.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { GoalsOfCase } from './goals-of-case.js'

interface GoalsPageProps {
  readonly account: ReactNode
  /** What was written without a network and has no place any more. */
  readonly unsent: ReactNode
}

/** All goals of the person who is signed in, by the people they write them with. */
export function GoalsPage({ account, unsent }: GoalsPageProps) {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const format = useFormat()
  const kept = useKept()
  const rooms = useRooms('goals')
  const { data: fetched, error, dataUpdatedAt, refetch } = useQuery({ ...casesQuery, enabled: !kept })
  const list = kept ? kept.list : fetched
  const [openedAt] = useState(() => new Date())
  const seenAt = kept ? openedAt : new Date(dataUpdatedAt)
  const stale = list !== undefined && error !== null && (
    <p className="pt-stale" role="status">
      {t('goals.stale', { when: format.moment(seenAt, seenAt) })}
    </p>
  )
  return (
    <PortalShell
      title={t('goals.title')}
      actions={account}
      banner={kept ? <KeptBanner at={kept.at} /> : stale}
      rooms={kept ? [] : rooms}
    >
      <PageTitle name={t('goals.title')} />
      {!kept && unsent}
      {list !== undefined && <Cases list={list} now={seenAt} />}
      {list === undefined && error === null && <GoalSkeleton sentence={ui('loading.yourGoals')} />}
      {list === undefined && error !== null && (
        <ErrorState
          title={t('goals.failed')}
          sentence={troubleSentence(t, error)}
          onRetry={() => void refetch()}
        />
      )}
    </PortalShell>
  )
}

function Cases({ list, now }: { readonly list: CaseList; readonly now: Date }) {
  const t = usePortalMessages()
  const self = useSelf()
  const { cases } = list
  if (cases.length === 0) return <EmptyState title={t('goals.noCase')} sentence={t('goals.noCaseNext')} />
  return cases.map((summary) => (
    <GoalsOfCase key={summary.caseId} summary={summary} self={self} now={now} isHeaded={cases.length > 1} />
  ))
}
