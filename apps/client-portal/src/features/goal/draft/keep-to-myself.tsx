import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useNavigate } from 'react-router'
import type { CaseId, GoalId, LogId } from '@accord/domain/ids'
import { Button } from '@accord/ui/controls/button'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { newDraftId } from '@accord/ui/live-plan/new-goal-id'
import { draftsQuery, openDraftLog } from '../../../lib/drafts.js'
import { paths } from '../../../lib/paths.js'
import { usePortalMessages } from '../../../lib/use-portal-messages.js'
import { BeginInLog, type FirstWords } from '../begin-in-log.js'

interface KeepToMyselfProps {
  readonly caseId: CaseId
  /** The words as they stand; null when there are none, which is said beside the field. */
  readonly firstWords: () => FirstWords | null
}

/** Starts a draft with the words instead of a goal. They go into the writer's own log and nowhere else. (DR1) */
export function KeepToMyself({ caseId, firstWords }: KeepToMyselfProps) {
  const t = usePortalMessages()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [stage, setStage] = useState<'ready' | 'opening' | 'failed'>('ready')
  const [begun, setBegun] = useState<{ readonly log: LogId; readonly first: FirstWords } | null>(null)
  const keep = async () => {
    const first = firstWords()
    if (first === null) return
    setStage('opening')
    try {
      setBegun({ log: (await openDraftLog(caseId)).log, first })
    } catch {
      setStage('failed')
    }
  }
  const goThere = useCallback(
    (goal: GoalId) => {
      void client.invalidateQueries(draftsQuery(caseId))
      void navigate(paths.draft(caseId, goal), { replace: true, state: { isFresh: true } })
    },
    [client, navigate, caseId],
  )
  return (
    <>
      <Button
        kind="quiet"
        block
        icon={<LockIcon size={20} />}
        isPending={stage === 'opening'}
        onPress={() => void keep()}
      >
        {t('draft.keep')}
      </Button>
      <p className="pt-keep-status" data-failed={stage === 'failed' ? '' : undefined} role="status">
        {stage === 'opening' && t('draft.keeping')}
        {stage === 'failed' && t('draft.keepFailed')}
      </p>
      {begun !== null && <BeginInLog {...begun} newId={newDraftId} onBegun={goThere} />}
    </>
  )
}
