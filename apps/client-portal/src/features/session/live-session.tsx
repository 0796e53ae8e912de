import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link } from 'react-aria-components'
import { Button } from '@accord/ui/controls/button'
import { ForwardIcon } from '@accord/ui/icons/forward-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { PausedPane } from '@accord/ui/session/paused-pane'
import { casesQuery } from '../../lib/cases.js'
import { nameOf } from '../../lib/people.js'
import { paths } from '../../lib/paths.js'
import { useSelf } from '../../lib/self-context.js'
import { useSessionAct, type TimedBoard } from '../../lib/sessions.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { CallButton } from './call-button.js'
import { OwnAgenda } from './own-agenda.js'

/** In a session: the call, the goals, what was wanted to be talked about, who is there. */
export function LiveSession({ board }: { readonly board: TimedBoard }) {
  const { person } = useSelf()
  const { card, pausedBy, arrived } = board
  const { mutate, isPending } = useSessionAct(card.session)
  const isMissing = !arrived.some((one) => one.person === person.id)
  // Whoever opens this page has come in. (SE8)
  useEffect(() => {
    if (isMissing) mutate({ path: 'arrive' })
  }, [isMissing, mutate])
  return (
    <>
      <WhoCame board={board} />
      <CallButton card={card} />
      {pausedBy === null ? (
        <Goals board={board} />
      ) : (
        <Paused board={board} isPending={isPending} onResume={() => mutate({ path: 'resume' })} />
      )}
      <OwnAgenda board={board} />
    </>
  )
}

interface PausedProps {
  readonly board: TimedBoard
  readonly isPending: boolean
  readonly onResume: () => void
}

function Paused({ board: { card, pausedBy }, isPending, onResume }: PausedProps) {
  const t = usePortalMessages()
  const { person } = useSelf()
  const isOwn = pausedBy === person.id
  return (
    <PausedPane
      by={isOwn || pausedBy === null ? null : nameOf(card.people, pausedBy)}
      waiting={0}
      {...(isOwn && {
        actions: (
          <Button kind="primary" isPending={isPending} onPress={onResume}>
            {t('session.resume')}
          </Button>
        ),
      })}
    />
  )
}

/** Who said that they are there, and when. (SE8) */
function WhoCame({ board: { card, arrived } }: { readonly board: TimedBoard }) {
  const t = usePortalMessages()
  const format = useFormat()
  const { person } = useSelf()
  return (
    <ul className="ac-muted pt-session-came" aria-label={t('session.here')}>
      {arrived.map((one) => (
        <li key={one.person}>
          {one.person === person.id
            ? t('session.youSince', { time: format.time(new Date(one.at)) })
            : t('session.since', {
                name: nameOf(card.people, one.person) ?? t('people.former'),
                time: format.time(new Date(one.at)),
              })}
        </li>
      ))}
    </ul>
  )
}

function Goals({ board: { card, showing } }: { readonly board: TimedBoard }) {
  const t = usePortalMessages()
  const { data: list } = useQuery(casesQuery)
  const goals = list?.cases
    .find(({ caseId }) => caseId === card.caseId)
    ?.goals.filter(({ lifecycle }) => lifecycle !== 'on-hold')
  if (!goals) return null
  return (
    <section aria-labelledby="session-goals">
      <h2 className="ac-portal-section" id="session-goals">
        {t('session.goals')}
      </h2>
      {goals.length === 0 && <p className="ac-muted">{t('session.noGoal')}</p>}
      <ul className="pt-rows">
        {goals.map((goal) => (
          <li key={goal.id}>
            <Link className="pt-row" href={paths.goal(card.plan, goal.id)}>
              <span className="pt-row-body">
                <b dir="auto">{goal.name.trim() === '' ? t('home.unnamed') : goal.name}</b>
                {goal.id === showing && <span className="ac-muted">{t('session.shownNow')}</span>}
              </span>
              <ForwardIcon size={20} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
