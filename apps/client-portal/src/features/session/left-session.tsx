import { useQuery } from '@tanstack/react-query'
import { useFormat } from '@accord/ui/messages/use-format'
import { SessionLeft } from '@accord/ui/session/session-left'
import { ErrorState } from '@accord/ui/states/error-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { AskedSessions } from '../../lib/asked-sessions.js'
import { HowLink } from '../../lib/how-link.js'
import { paths } from '../../lib/paths.js'
import { troubleSentence } from '../../lib/request-trouble.js'
import { useSelf } from '../../lib/self-context.js'
import { sessionSummaryQuery, timeOfState, type TimedBoard } from '../../lib/sessions.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

interface LeftSessionProps {
  readonly board: TimedBoard
}

/** Where it was left: the same page as the practitioner's. (SE12) */
export function LeftSession({ board: { card, closing, at } }: LeftSessionProps) {
  const t = usePortalMessages()
  const format = useFormat()
  const { person } = useSelf()
  const { data: answer, error, refetch } = useQuery(sessionSummaryQuery(card.session))
  const ended = new Date(timeOfState(card, 'ended') ?? at)
  return (
    <>
      <p className="ac-muted pt-session-came">
        {t('session.left', { day: format.day(ended, new Date(at)), time: format.time(ended) })}
      </p>
      <AskedSessions only={card.session} />
      {answer !== undefined && (
        <SessionLeft answer={answer} closing={closing} people={card.people} viewer={person.id} />
      )}
      {answer === undefined && error === null && <GoalSkeleton sentence={t('session.loading')} />}
      {answer === undefined && error !== null && (
        <ErrorState
          title={t('session.notThere')}
          sentence={troubleSentence(t, error)}
          onRetry={() => void refetch()}
        />
      )}
      <HowLink href={paths.howAll(card.plan)} />
    </>
  )
}
