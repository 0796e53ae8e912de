import { useMemo, useState } from 'react'
import { stillOf } from '@accord/domain/replay/shown'
import type { CaseSummary } from '@accord/domain/rest/case'
import { EyeIcon } from '@accord/ui/icons/eye-icon'
import { Chip } from '@accord/ui/controls/chip'
import { useFormat } from '@accord/ui/messages/use-format'
import { IntegrityBadge } from '@accord/ui/replay/integrity-badge'
import type { ReplayView } from '@accord/ui/replay/replay-view'
import { useReplay } from '@accord/ui/replay/use-replay'
import { ErrorState } from '@accord/ui/states/error-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { useAlarmReport } from '../../../lib/alarms/use-alarm-report.js'
import { FailedPage } from '../../../lib/failed-page.js'
import { InFrame } from '../../../lib/frame.js'
import { clientsOf, givenName } from '../../../lib/people.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { DOOR } from '../api/door.js'
import { useReplayAddress, type ReplayAddress } from './replay-address.js'
import { ReviewReportButton } from '../side/review-report-button.js'
import { ReviewSide } from '../side/review-side.js'
import { useReviewPins } from '../side/use-review.js'
import { ReplayRoom } from './replay-room.js'

interface OpenReplayProps {
  readonly summary: CaseSummary
}

/** A replay while it is open: the last moment at once, all others when the record has been checked. (RP13) */
export function OpenReplay({ summary }: OpenReplayProps) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const address = useReplayAddress()
  const [view, again] = useReplay(DOOR, summary.plan, address.goal)
  const flaw = view.phase === 'open' && view.check.kind === 'broken' ? view.check.flaw : null
  useAlarmReport(summary.plan, flaw && { found: 'browser', reason: flaw.reason, seq: flaw.seq })
  const names = format.list(clientsOf(summary.people).map(({ name }) => givenName(name)))
  return (
    <>
      <h1 className="ac-hidden">{t('review.title', { name: names })}</h1>
      {view.phase === 'opening' && (
        <div className="ac-page">
          <GoalSkeleton sentence={t('review.opening')} />
        </div>
      )}
      {view.phase === 'failed' && (
        <div className="ac-page">
          <FailedPage error={view.error} what={t('review.what')} onRetry={again} />
        </div>
      )}
      {view.phase === 'open' && (
        <>
          <InFrame slot="status">
            <Chip tone="supervisor" icon={<EyeIcon size={14} />}>
              {t('review.seen', { names })}
            </Chip>
            <ReviewReportButton caseId={summary.caseId} />
          </InFrame>
          <Room view={view} summary={summary} address={address}>
            <IntegrityBadge check={view.check} now={now} onAgain={again} />
          </Room>
        </>
      )}
    </>
  )
}

interface RoomProps extends OpenReplayProps {
  readonly view: Extract<ReplayView, { phase: 'open' }>
  readonly address: ReplayAddress
  readonly children: React.ReactNode
}

/** While the record comes there is the last moment alone; where even that can't be folded, only what the check says. */
function Room({ view, summary, address, children }: RoomProps) {
  const t = useWebMessages()
  const { film, last } = view
  const pins = useReviewPins(summary.caseId)
  const [elsewhere, setElsewhere] = useState<number | null>(null)
  const still = useMemo(() => (last === null ? null : stillOf(last.plan)), [last])
  const shown = film ?? still
  const people = view.people.length > 0 ? view.people : summary.people
  if (shown === null) {
    return (
      <div className="web-review-blind">
        {view.check.kind === 'running' ? (
          <GoalSkeleton sentence={t('review.opening')} />
        ) : (
          <ErrorState title={t('review.blind.title')} sentence={t('review.blind.sentence')} />
        )}
        <aside className="ac-side" aria-label={t('review.side')}>
          {children}
        </aside>
      </div>
    )
  }
  return (
    <ReplayRoom
      key={film === null ? 'still' : `film ${elsewhere ?? ''}`}
      film={shown}
      lastAt={last?.at ?? 0}
      people={people}
      address={address}
      startSeq={elsewhere ?? address.at}
      onElsewhere={(seq) => {
        address.chooseGoal(null)
        setElsewhere(seq)
      }}
      pins={pins}
      side={({ seq, hash, told, onGo }) => {
        const at = hash ?? (last?.head.seq === seq ? last.head.hash : null)
        const pin = { plan: summary.plan, seq, goal: told?.goal ?? address.goal, passage: null }
        const moment = told === null ? {} : { moment: { from: told.firstSeq, to: told.lastSeq } }
        return (
          <>
            {children}
            {at !== null && (
              <ReviewSide
                caseId={summary.caseId}
                pin={{ ...pin, hash: at }}
                {...moment}
                people={people}
                relation={summary.relation}
                onGo={onGo}
              />
            )}
          </>
        )
      }}
    />
  )
}
