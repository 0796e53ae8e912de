import { useQuery } from '@tanstack/react-query'
import type { SessionCard } from '@accord/domain/rest/session'
import { ButtonLink, Link } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { ConsolePage } from '@accord/ui/shell/console-shell'
import { SessionLeft } from '@accord/ui/session/session-left'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { AddedBeside } from '../../lib/added/added-beside.js'
import { AddedTrouble } from '../../lib/added/added-trouble.js'
import { FailedPage } from '../../lib/failed-page.js'
import { Jottings } from '../../lib/jottings.js'
import { clientsOf, givenName } from '../../lib/people.js'
import { ProcessNote } from '../../lib/process-note.js'
import { useSelf } from '../../lib/self-context.js'
import { caseSessionsQuery, sessionSummaryQuery, timeOfState, type TimedBoard } from '../../lib/sessions.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { ClosingForm } from './closing-form.js'
import { LeftCheckIn } from './left-check-in.js'
import { Reflection } from './reflection.js'
import { SessionPair } from './session-pair.js'

/** Where practitioner and client left it, in a sentence each; both keep the same page. (SE12) */
export function LeftPage({ board }: { readonly board: TimedBoard }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const { person } = useSelf()
  const { card, closing } = board
  const names = format.list(clientsOf(card.people).map(({ name }) => givenName(name)))
  const { data: answer, error, refetch } = useQuery(sessionSummaryQuery(card.session))
  if (card.state === 'cancelled') {
    return (
      <ConsolePage title={t('session.cancelled')}>
        <Beside card={card} />
        <ButtonLink href={`/clients/${card.caseId}/sessions`}>{t('session.toSessions')}</ButtonLink>
      </ConsolePage>
    )
  }
  const ended = timeOfState(card, 'ended') ?? board.at
  const lasted = Math.round((ended - (timeOfState(card, 'live') ?? ended)) / 60_000)
  const facts = {
    number: card.number,
    day: format.day(new Date(ended), now),
    time: format.time(new Date(ended)),
    minutes: lasted,
    place: card.place,
    names,
  }
  return (
    <ConsolePage
      title={card.relation === 'practitioner' ? t('left.title', { names }) : t('left.titleWatched')}
      lead={t('left.facts', facts)}
      mark={<SessionPair card={card} />}
    >
      <div className="web-left">
        <div>
          {answer !== undefined && (
            <SessionLeft
              answer={answer}
              closing={closing}
              people={card.people}
              viewer={person.id}
              more={
                answer.entries > 0 && <Link href={`/clients/${card.caseId}/history`}>{t('left.see')}</Link>
              }
            />
          )}
          {answer === undefined && error === null && <GoalSkeleton sentence={t('session.opening')} />}
          {answer === undefined && error !== null && (
            <FailedPage error={error} what={t('session.what')} onRetry={() => void refetch()} />
          )}
          <Beside card={card} />
          {card.relation === 'practitioner' && card.state !== 'signed' && (
            <ClosingForm board={board} names={names} />
          )}
        </div>
        <Next board={board} />
      </div>
    </ConsolePage>
  )
}

/** What the client says of what was left. (AD9) */
function Beside({ card: { caseId, session } }: { readonly card: SessionCard }) {
  return (
    <>
      <AddedBeside caseId={caseId} isHere={({ kind, item }) => kind === 'session' && item === session} />
      <AddedTrouble caseId={caseId} />
    </>
  )
}

/** When they meet next. */
function Next({ board: { card, at } }: { readonly board: TimedBoard }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const { data } = useQuery(caseSessionsQuery(card.caseId))
  const next = data?.sessions.find((one) => one.state === 'scheduled' && one.scheduledFor > at)
  return (
    <aside className="web-left-side" aria-label={t('left.next')}>
      <LeftCheckIn card={card} />
      <section>
        <h2 className="ac-subheading">{t('left.next')}</h2>
        {next === undefined ? (
          <p className="ac-muted">{t('left.noNext')}</p>
        ) : (
          <p>
            <Link href={`/sessions/${next.session}`}>
              {t('session.when', {
                day: format.day(new Date(next.scheduledFor), now),
                time: format.time(new Date(next.scheduledFor)),
              })}
            </Link>
          </p>
        )}
      </section>
      {card.relation === 'practitioner' && (
        <section>
          <ButtonLink kind="primary" href={`/sessions/${card.session}/note`}>
            {t(card.state === 'signed' ? 'left.note.read' : 'left.note')}
          </ButtonLink>
        </section>
      )}
      <section>
        <ButtonLink href={`/clients/${card.caseId}/sessions`}>{t('session.toSessions')}</ButtonLink>
      </section>
      {card.relation === 'practitioner' && (
        <>
          <Jottings caseId={card.caseId} session={card.session} people={card.people} isAfter />
          <ProcessNote session={card.session} people={card.people} />
          <Reflection card={card} />
        </>
      )}
    </aside>
  )
}
