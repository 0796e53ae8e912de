import { useEffect, useRef } from 'react'
import type { GoalId, LogId } from '@accord/domain/ids'
import { goalOf } from '@accord/domain/plan/plan'
import { useLivePlan } from '@accord/ui/live-plan/use-live-plan'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { useRoom } from '../room/room-context.js'
import { DraftPaper } from './draft-paper.js'

interface OpenDraftProps {
  readonly log: LogId
  readonly id: GoalId
  /** Not in the log yet: it is begun here. */
  readonly isNew: boolean
  readonly onClose: () => void
}

/** One draft, live in its writer's own log and nowhere else. (DR1) */
export function OpenDraft({ log, id, isNew, onClose }: OpenDraftProps) {
  const t = useWebMessages()
  const { viewer } = useRoom()
  const { live, view } = useLivePlan({ plan: log, person: viewer })
  const isBegun = useRef(false)
  const goal = view.plan === null ? undefined : goalOf(view.plan, id)
  const isMissing = view.plan !== null && goal === undefined
  useEffect(() => {
    if (!isNew || !isMissing || live === null || isBegun.current) return
    isBegun.current = true
    live.command({ name: 'goal.add', goal: id, kind: 'change', title: '' })
  }, [isNew, isMissing, live, id])
  if (view.ended !== null) return <p role="alert">{t('drafts.failed')}</p>
  if (live === null || goal === undefined) return <p role="status">{t('drafts.opening')}</p>
  return <DraftPaper live={live} view={view} goal={goal} onClose={onClose} />
}
