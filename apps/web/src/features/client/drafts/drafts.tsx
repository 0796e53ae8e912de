import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { GoalId, LogId } from '@accord/domain/ids'
import { goalOf, type Plan } from '@accord/domain/plan/plan'
import { SHARED, type DraftSummary } from '@accord/domain/rest/own-log'
import { Button } from '@accord/ui/controls/button'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { newDraftId } from '@accord/ui/live-plan/new-goal-id'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { draftsQuery, openDraftLog } from '../api/drafts.js'
import { useRoom } from '../room/room-context.js'
import { DraftCard } from './draft-card.js'
import { DraftsPutAway } from './drafts-put-away.js'
import { OpenDraft } from './open-draft.js'

interface OpenedDraft {
  readonly log: LogId
  readonly id: GoalId
  readonly isNew: boolean
}

/** Under the goals: what the practitioner keeps to themselves for now, and a way to begin. (DR1) */
export function Drafts() {
  const t = useWebMessages()
  const headingId = useId()
  const { caseId, plan } = useRoom()
  const queries = useQueryClient()
  const { data: own, error, refetch } = useQuery(draftsQuery(caseId))
  const [opened, setOpened] = useState<OpenedDraft | null>(null)
  const refresh = () => void queries.invalidateQueries({ queryKey: draftsQuery(caseId).queryKey })
  const beginning = useMutation({
    mutationFn: () => openDraftLog(caseId),
    onSuccess: ({ log }) => setOpened({ log, id: newDraftId(), isNew: true }),
  })
  const close = () => {
    setOpened(null)
    refresh()
  }
  const drafts = unshared(own?.drafts ?? [], plan)
  const standing = drafts.filter(({ id, setAsideBecause }) => setAsideBecause === null && id !== opened?.id)
  const putAway = drafts.filter(({ id, setAsideBecause }) => setAsideBecause !== null && id !== opened?.id)
  const log = own?.log ?? null
  return (
    <section className="web-drafts" aria-labelledby={headingId}>
      <div className="web-drafts-head">
        <h3 id={headingId}>{t('drafts.heading')}</h3>
        <Button
          size="small"
          icon={<LockIcon size={14} />}
          isPending={beginning.isPending}
          onPress={() => beginning.mutate()}
        >
          {t('drafts.start')}
        </Button>
      </div>
      {own === undefined && error !== null ? (
        <p className="ac-small" role="alert">
          {t('drafts.failed')}{' '}
          <Button kind="quiet" size="small" onPress={() => void refetch()}>
            {t('drafts.retry')}
          </Button>
        </p>
      ) : (
        <p className="ac-muted ac-small">{t('drafts.note')}</p>
      )}
      {beginning.isError && (
        <p className="ac-small" role="alert">
          {t('drafts.beginFailed')}
        </p>
      )}
      {opened !== null && <OpenDraft key={opened.id} {...opened} onClose={close} />}
      {standing.length > 0 && (
        <ul>
          {standing.map((draft) => (
            <DraftCard
              key={draft.id}
              draft={draft}
              onOpen={() => log !== null && setOpened({ log, id: draft.id, isNew: false })}
            />
          ))}
        </ul>
      )}
      {log !== null && <DraftsPutAway log={log} drafts={putAway} onTakenUp={refresh} />}
    </section>
  )
}

/** One whose id is a goal of the plan was shared, whatever came in between. (DR3) */
function unshared(drafts: readonly DraftSummary[], plan: Plan): readonly DraftSummary[] {
  return drafts.filter(
    ({ id, setAsideBecause }) => setAsideBecause !== SHARED && goalOf(plan, id) === undefined,
  )
}
