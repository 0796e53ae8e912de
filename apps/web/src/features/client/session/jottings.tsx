import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { GoalId, LogId, SessionId } from '@accord/domain/ids'
import { goalOf } from '@accord/domain/plan/plan'
import { Button } from '@accord/ui/controls/button'
import { GoalEditor } from '@accord/ui/goal-editor/lazy'
import { useLivePlan } from '@accord/ui/live-plan/use-live-plan'
import { PrivatePaper } from '@accord/ui/private/private-paper'
import { SavedState } from '@accord/ui/states/saved-state'
import { BringToSupervision } from '../../../lib/take-to-supervision.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { privateLogQuery } from '../api/private-log.js'
import { NotSavedWords } from '../goals/not-saved-words.js'
import { useRoom } from '../room/room-context.js'

/** Notes to oneself beside the board: in the practitioner's own log, under the session's id, and in no shared pane. (SE17) */
export function Jottings({ session }: { readonly session: SessionId }) {
  const t = useWebMessages()
  const { caseId } = useRoom()
  const [isOpen, setOpen] = useState(false)
  const { data: own, error, refetch } = useQuery({ ...privateLogQuery(caseId), enabled: isOpen })
  return (
    <div className="web-jottings">
      <PrivatePaper
        title={t('jottings.title')}
        actions={
          isOpen ? undefined : (
            <Button kind="quiet" size="small" onPress={() => setOpen(true)}>
              {t('jottings.open')}
            </Button>
          )
        }
      >
        {isOpen && own !== undefined && <Paper log={own.log} session={session} />}
        {isOpen && own === undefined && error === null && <p role="status">{t('assume.opening')}</p>}
        {own === undefined && error !== null && (
          <p role="alert">
            {t('assume.failed')}{' '}
            <Button kind="quiet" size="small" onPress={() => void refetch()}>
              {t('assume.retry')}
            </Button>
          </p>
        )}
      </PrivatePaper>
    </div>
  )
}

function Paper({ log, session }: { readonly log: LogId; readonly session: SessionId }) {
  const t = useWebMessages()
  const { viewer, voices, caseId, people } = useRoom()
  const { live, view } = useLivePlan({ plan: log, person: viewer })
  const isBegun = useRef(false)
  // A session's id is of the kind that clients propose, so it names the one paper of the session.
  const paper = session as unknown as GoalId
  const words = ((view.plan && goalOf(view.plan, paper)) ?? null)?.statement.text.trim() ?? ''
  const hasPaper = view.plan !== null && goalOf(view.plan, paper) !== undefined
  const isMissing = view.plan !== null && !hasPaper
  useEffect(() => {
    if (!isMissing || live === null || isBegun.current) return
    isBegun.current = true
    live.command({ name: 'goal.add', goal: paper, kind: 'change', title: '' })
  }, [isMissing, live, paper])
  if (view.ended !== null) return <p role="alert">{t('assume.failed')}</p>
  if (live === null || !hasPaper) return <p role="status">{t('assume.opening')}</p>
  return (
    <>
      <NotSavedWords view={view} onDismiss={live.dismissRefused.bind(live)} />
      <GoalEditor
        live={live}
        place={{ goal: paper, field: 'statement' }}
        voices={voices}
        label={t('jottings.label')}
        placeholder={t('jottings.placeholder')}
        isPlain
        ownFlag="none"
        isReadOnly={false}
        isFocused
      />
      <div className="web-jottings-foot">
        <BringToSupervision caseId={caseId} people={people} words={words} />
        <SavedState saving={view.saved} isShort />
      </div>
    </>
  )
}
