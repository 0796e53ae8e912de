import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useParams } from 'react-router'
import type { Goal } from '@accord/domain/goal/goal'
import type { SessionId } from '@accord/domain/ids'
import { goalsInOrder } from '@accord/domain/plan/plan'
import { AttributedText } from '@accord/ui/attributed-text/attributed-text'
import { Button } from '@accord/ui/controls/button'
import { useLivePlan } from '@accord/ui/live-plan/use-live-plan'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { AgendaList } from '@accord/ui/session/agenda-list'
import { PausedPane } from '@accord/ui/session/paused-pane'
import { SessionClock } from '@accord/ui/session/session-clock'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../lib/failed-page.js'
import { handOver } from '../../lib/handed-over.js'
import { givenName, personOf, voicesOf } from '../../lib/people.js'
import { useSelf } from '../../lib/self-context.js'
import { boardQuery, timeOfState, type TimedBoard } from '../../lib/sessions.js'
import { usePageTitle } from '../../lib/use-page-title.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { TakeBackDialog } from './take-back-dialog.js'

/** One device in the room: the goals, the agenda and the time, and nothing else of the console. (SE13) */
export function TogetherPage() {
  const t = useWebMessages()
  const { session = '' } = useParams()
  const { person } = useSelf()
  const [isLeaving, setLeaving] = useState(false)
  const { data: board, error, refetch } = useQuery(boardQuery(session as SessionId))
  usePageTitle(t('together.page'))
  const isThere = board !== undefined
  useEffect(() => {
    if (isThere) handOver(person.id, session as SessionId)
  }, [isThere, person.id, session])
  return (
    <main id="main" className="web-together">
      {board === undefined ? (
        <>
          <h1 className="ac-hidden">{t('together.page')}</h1>
          {error === null && <GoalSkeleton sentence={t('session.opening')} />}
          {error !== null && (
            <FailedPage error={error} what={t('session.what')} onRetry={() => void refetch()} />
          )}
        </>
      ) : (
        <Together board={board} onLeave={() => setLeaving(true)} />
      )}
      {isLeaving && board !== undefined && (
        <TakeBackDialog caseId={board.card.caseId} onClose={() => setLeaving(false)} />
      )}
    </main>
  )
}

function Together({ board, onLeave }: { readonly board: TimedBoard; readonly onLeave: () => void }) {
  const t = useWebMessages()
  const { person } = useSelf()
  const { card, agenda, ahead } = board
  const startedAt = timeOfState(card, 'live')
  return (
    <>
      <div className="web-together-head">
        <h1 className="ac-title ac-grow">{t('together.title')}</h1>
        {card.state === 'live' && startedAt !== null && (
          <SessionClock startedAt={startedAt} minutes={card.minutes} ahead={ahead} />
        )}
        <Button kind="quiet" size="small" onPress={onLeave}>
          {t('together.leave')}
        </Button>
      </div>
      {card.state !== 'live' && <p role="status">{t('together.over')}</p>}
      <TogetherGoals board={board} />
      {agenda.length > 0 && (
        <section className="web-section-head" aria-labelledby="together-agenda">
          <h2 className="ac-heading" id="together-agenda">
            {t('session.agenda')}
          </h2>
          <AgendaList agenda={agenda} people={card.people} viewer={person.id} label={t('session.agenda')} />
        </section>
      )}
    </>
  )
}

function TogetherGoals({ board: { card, showing } }: { readonly board: TimedBoard }) {
  const t = useWebMessages()
  const { person } = useSelf()
  const { view } = useLivePlan({ plan: card.plan, person: person.id })
  if (view.plan === null) return <GoalSkeleton sentence={t('session.opening')} />
  const pausedBy = view.plan.live?.pausedBy ?? null
  if (pausedBy !== null)
    return <PausedPane by={givenName(personOf(card.people, pausedBy)?.name ?? '')} waiting={0} />
  const goals = goalsInOrder(view.plan).filter(({ lifecycle }) => lifecycle !== 'on-hold')
  return (
    <ul className="web-together-goals" aria-label={t('together.goals')}>
      {goals.map((goal) => (
        <SharedGoal key={goal.id} goal={goal} of={card.people} isShown={goal.id === showing} />
      ))}
      {goals.length === 0 && <li className="ac-muted">{t('together.noGoal')}</li>}
    </ul>
  )
}

interface SharedGoalProps {
  readonly goal: Goal
  readonly of: TimedBoard['card']['people']
  readonly isShown: boolean
}

function SharedGoal({ goal, of: people, isShown }: SharedGoalProps) {
  const ui = useUiMessages()
  const voices = useMemo(() => voicesOf(people), [people])
  const { text, runs } = goal.statement
  return (
    <li data-shown={isShown ? '' : undefined}>
      <h2 className="ac-subheading" dir="auto">
        {goal.name.text === '' ? ui('goal.unnamed') : goal.name.text}
      </h2>
      {text !== '' && (
        <p className="web-together-words" dir="auto">
          <AttributedText text={text} runs={runs} voices={voices} />
        </p>
      )}
    </li>
  )
}
