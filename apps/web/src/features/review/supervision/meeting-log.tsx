import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { SupervisionPair } from '@accord/domain/rest/supervision'
import type { Meeting } from '@accord/domain/supervision/meeting'
import { Button } from '@accord/ui/controls/button'
import { PlusIcon } from '@accord/ui/icons/plus-icon'
import { EmptyState } from '@accord/ui/states/empty-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { pairIds } from '../../../lib/supervision.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { logQuery } from '../api/log.js'
import { MeetingDialog } from './meeting-dialog.js'
import { MeetingItem } from './meeting-item.js'

interface MeetingLogProps {
  readonly pair: SupervisionPair
  readonly as: 'supervisor' | 'practitioner'
  readonly other: string
  /** With whom, where there are several. */
  readonly choice: ReactNode
}

/** The meetings of twelve months, the latest first, and how their hours stand by each rule. (SQ10–SQ13) */
export function MeetingLog({ pair, as, other, choice }: MeetingLogProps) {
  const t = useWebMessages()
  const ids = pairIds(pair)
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery(logQuery(ids))
  const [open, setOpen] = useState<'new' | Meeting | null>(null)
  const again = () => void queries.invalidateQueries({ queryKey: logQuery(ids).queryKey })
  return (
    <>
      <div className="web-qhead">
        <div className="ac-grow">
          <h1 className="ac-title">{t('supervision.heading', { name: other })}</h1>
          <p className="ac-muted">{t('supervision.lead', { name: other })}</p>
        </div>
        <div className="web-log-tools">
          {choice}
          {data !== undefined && data.meetings.length > 0 && (
            <Button kind="quiet" onPress={() => window.print()}>
              {t('supervision.print')}
            </Button>
          )}
          {pair.isCurrent && (
            <Button kind="primary" icon={<PlusIcon size={16} />} onPress={() => setOpen('new')}>
              {t('meeting.record')}
            </Button>
          )}
        </div>
      </div>
      {data === undefined && error === null && <GoalSkeleton sentence={t('supervision.loading')} />}
      {data === undefined && error !== null && (
        <FailedPage error={error} what={t('supervision.what')} onRetry={() => void refetch()} />
      )}
      {data !== undefined && data.meetings.length === 0 && (
        <EmptyState title={t('meeting.none.title')} sentence={t('meeting.none.sentence')} />
      )}
      {data !== undefined && data.meetings.length > 0 && (
        <ul className="web-meetings">
          {data.meetings.map((meeting) => (
            <MeetingItem
              key={meeting.id}
              meeting={meeting}
              pair={pair}
              as={as}
              onChanged={again}
              onChange={() => setOpen(meeting)}
            />
          ))}
        </ul>
      )}
      {open !== null && (
        <MeetingDialog
          pair={pair}
          other={other}
          meeting={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
          onKept={again}
        />
      )}
    </>
  )
}
