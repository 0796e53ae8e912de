import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Goal } from '@accord/domain/goal/goal'
import type { LogId } from '@accord/domain/ids'
import { goalOf } from '@accord/domain/plan/plan'
import { Button } from '@accord/ui/controls/button'
import { IconButton } from '@accord/ui/controls/icon-button'
import { GoalEditor } from '@accord/ui/goal-editor/lazy'
import { CloseIcon } from '@accord/ui/icons/close-icon'
import { useLivePlan } from '@accord/ui/live-plan/use-live-plan'
import { useFormat } from '@accord/ui/messages/use-format'
import { PrivatePaper } from '@accord/ui/private/private-paper'
import { SavedState } from '@accord/ui/states/saved-state'
import { clientsOf, givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { privateLogQuery } from '../../../lib/private-log.js'
import { NotSavedWords } from '../../../lib/not-saved-words.js'
import { useRoom } from '../room/room-context.js'
import { goalName } from '../room/whereabouts.js'

interface AssumptionPaperProps {
  readonly goal: Goal
  readonly onClose: () => void
}

/** The practitioner's own paper beside a goal: in a log of their own, under the goal's id. (DR2) */
export function AssumptionPaper({ goal, onClose }: AssumptionPaperProps) {
  const t = useWebMessages()
  const who = useClients()
  const { caseId } = useRoom()
  const { data: own, error, refetch } = useQuery(privateLogQuery(caseId))
  const close = (
    <IconButton label={t('assume.close')} size="small" onPress={onClose}>
      <CloseIcon size={16} />
    </IconButton>
  )
  return (
    <PrivatePaper title={t('assume.title', who)} actions={close}>
      {own !== undefined && <PrivateWords log={own.log} goal={goal} />}
      {own === undefined && error === null && <p role="status">{t('assume.opening')}</p>}
      {own === undefined && error !== null && (
        <p role="alert">
          {t('assume.failed')}{' '}
          <Button kind="quiet" size="small" onPress={() => void refetch()}>
            {t('assume.retry')}
          </Button>
        </p>
      )}
    </PrivatePaper>
  )
}

function PrivateWords({ log, goal }: { readonly log: LogId; readonly goal: Goal }) {
  const t = useWebMessages()
  const who = useClients()
  const { viewer, voices, mayWrite, plan } = useRoom()
  const { live, view } = useLivePlan({ plan: log, person: viewer })
  const isBegun = useRef(false)
  const hasPaper = view.plan !== null && goalOf(view.plan, goal.id) !== undefined
  const isMissing = view.plan !== null && !hasPaper
  useEffect(() => {
    if (!isMissing || !mayWrite || live === null || isBegun.current) return
    isBegun.current = true
    live.command({ name: 'goal.add', goal: goal.id, kind: goal.kind, title: '' })
  }, [isMissing, mayWrite, live, goal.id, goal.kind])
  if (view.ended !== null) return <p role="alert">{t('assume.failed')}</p>
  if (live === null || !hasPaper) return <p role="status">{t('assume.opening')}</p>
  return (
    <>
      <NotSavedWords view={view} onDismiss={live.dismissRefused.bind(live)} />
      <GoalEditor
        live={live}
        place={{ goal: goal.id, field: 'statement' }}
        voices={voices}
        label={t('assume.label', { ...who, goal: goalName(t, plan, goal.id) })}
        placeholder={t('assume.placeholder')}
        isPlain
        ownFlag="none"
        isReadOnly={!mayWrite}
        isFocused
      />
      <span className="web-assume-saved">
        <SavedState saving={view.saved} isShort />
      </span>
    </>
  )
}

function useClients(): { readonly names: string; readonly count: number } {
  const format = useFormat()
  const clients = clientsOf(useRoom().people)
  return { names: format.list(clients.map(({ name }) => givenName(name))), count: clients.length }
}
