import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { CaseId, LogId } from '@accord/domain/ids'
import { Button } from '@accord/ui/controls/button'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { newDraftId } from '@accord/ui/live-plan/new-goal-id'
import { useLivePlan } from '@accord/ui/live-plan/use-live-plan'
import { draftsQuery, openDraftLog } from '../../../lib/drafts.js'
import { paths } from '../../../lib/paths.js'
import { useSelf } from '../../../lib/self-context.js'
import { usePortalMessages } from '../../../lib/use-portal-messages.js'
import { startGoal } from '../start-goal.js'

interface FirstWords {
  readonly name: string
  readonly words: string
}

interface KeepToMyselfProps {
  readonly caseId: CaseId
  /** The words as they stand; null when there are none, which is said beside the field. */
  readonly firstWords: () => FirstWords | null
}

/** Starts a draft with the words instead of a goal. They go into the writer's own log and nowhere else. (DR1) */
export function KeepToMyself({ caseId, firstWords }: KeepToMyselfProps) {
  const t = usePortalMessages()
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
      {begun !== null && <BeginDraft caseId={caseId} {...begun} />}
    </>
  )
}

interface BeginDraftProps {
  readonly caseId: CaseId
  readonly log: LogId
  readonly first: FirstWords
}

/** Opens the own log, writes the words into it once, and goes there. */
function BeginDraft({ caseId, log, first }: BeginDraftProps) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const { person } = useSelf()
  const { live, view } = useLivePlan({ plan: log, person: person.id })
  const isDone = useRef(false)
  const isOpen = live !== null && view.plan !== null
  useEffect(() => {
    if (!isOpen || isDone.current) return
    isDone.current = true
    const goal = startGoal(live, first.name, first.words, newDraftId())
    void client.invalidateQueries(draftsQuery(caseId))
    void navigate(paths.draft(caseId, goal), { replace: true, state: { isFresh: true } })
  }, [isOpen, live, first, client, caseId, navigate])
  return null
}
