import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { CaseId, GoalId, LogId, PersonId, SessionId } from '@accord/domain/ids'
import { goalOf } from '@accord/domain/plan/plan'
import type { PersonName } from '@accord/domain/sync/wire'
import { Button } from '@accord/ui/controls/button'
import { GoalEditor } from '@accord/ui/goal-editor/lazy'
import { useLivePlan } from '@accord/ui/live-plan/use-live-plan'
import { PrivatePaper } from '@accord/ui/private/private-paper'
import { SavedState } from '@accord/ui/states/saved-state'
import { NotSavedWords } from './not-saved-words.js'
import { voicesOf } from './people.js'
import { privateLogQuery } from './private-log.js'
import { useSelf } from './self-context.js'
import { BringToSupervision } from './take-to-supervision.js'
import { useWebMessages } from './use-web-messages.js'

/** Whose session it is that something was jotted down in. */
interface JottingPlace {
  readonly caseId: CaseId
  readonly session: SessionId
  readonly people: readonly PersonName[]
}

interface JottingsProps extends JottingPlace {
  /** Afterwards: what was jotted down is there at once, and a paper is begun only by whoever wants to write. */
  readonly isAfter?: boolean
}

/** Notes to oneself: in the practitioner's own log, under the session's id, and in nothing that is shared. (SE17) */
export function Jottings({ isAfter = false, ...place }: JottingsProps) {
  const t = useWebMessages()
  const [isWriting, setWriting] = useState(false)
  const isOpen = isWriting || isAfter
  const { data: own, error, refetch } = useQuery({ ...privateLogQuery(place.caseId), enabled: isOpen })
  const write = (
    <Button kind="quiet" size="small" onPress={() => setWriting(true)}>
      {t('jottings.open')}
    </Button>
  )
  return (
    <div className="web-jottings">
      <PrivatePaper title={t('jottings.title')} actions={isWriting ? undefined : write}>
        {isOpen && own !== undefined && <Paper log={own.log} place={place} isWriting={isWriting} />}
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

interface PaperProps {
  readonly log: LogId
  readonly place: JottingPlace
  readonly isWriting: boolean
}

function Paper({ log, place: { caseId, session, people }, isWriting }: PaperProps) {
  const t = useWebMessages()
  const { id: viewer } = useSelf().person
  const voices = useMemo(() => voicesOf(people), [people])
  // A session's id is of the kind that clients propose, so it names the one paper of the session.
  const paper = session as unknown as GoalId
  const { live, view, goal } = usePaper({ log, viewer, paper, isWriting })
  if (view.ended !== null) return <p role="alert">{t('assume.failed')}</p>
  if (live === null || view.plan === null) return <p role="status">{t('assume.opening')}</p>
  if (goal === undefined || (!isWriting && goal.statement.text.trim() === ''))
    return isWriting ? <p role="status">{t('assume.opening')}</p> : <p>{t('jottings.none')}</p>
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
        isReadOnly={!isWriting}
        isFocused={isWriting}
      />
      <div className="web-jottings-foot">
        <BringToSupervision caseId={caseId} people={people} words={goal.statement.text.trim()} />
        {isWriting && <SavedState saving={view.saved} isShort />}
      </div>
    </>
  )
}

interface PaperOf {
  readonly log: LogId
  readonly viewer: PersonId
  readonly paper: GoalId
  readonly isWriting: boolean
}

/** The paper of a session, begun by whoever writes on it first. */
function usePaper({ log, viewer, paper, isWriting }: PaperOf) {
  const { live, view } = useLivePlan({ plan: log, person: viewer })
  const isBegun = useRef(false)
  const goal = view.plan === null ? undefined : goalOf(view.plan, paper)
  const isMissing = isWriting && view.plan !== null && goal === undefined
  useEffect(() => {
    if (!isMissing || live === null || isBegun.current) return
    isBegun.current = true
    live.command({ name: 'goal.add', goal: paper, kind: 'change', title: '' })
  }, [isMissing, live, paper])
  return { live, view, goal }
}
