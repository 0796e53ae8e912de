import { useQuery } from '@tanstack/react-query'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { SessionCard } from '@accord/domain/rest/session'
import { Button } from '@accord/ui/controls/button'
import { ButtonLink } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { ConsoleColumns } from '@accord/ui/shell/console-shell'
import { EmptyState } from '@accord/ui/states/empty-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { AddedMark } from '../../../lib/added/added-mark.js'
import { FailedPage } from '../../../lib/failed-page.js'
import { actOf, caseSessionsQuery, useSessionAct } from '../../../lib/sessions.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { OwnCall } from './own-call.js'
import { ScheduleForm } from './schedule-form.js'
import { SessionSettings } from './session-settings.js'

/** A case's sessions, the coming ones first; its practitioner schedules more. */
export function SessionsTab({ summary }: { readonly summary: CaseSummary }) {
  const t = useWebMessages()
  const { data, error, refetch } = useQuery(caseSessionsQuery(summary.caseId))
  const maySchedule = summary.relation === 'practitioner' && summary.closedAt === null
  if (data === undefined) {
    return (
      <div className="ac-page">
        {error === null ? (
          <GoalSkeleton sentence={t('session.opening')} />
        ) : (
          <FailedPage error={error} what={t('sessions.what')} onRetry={() => void refetch()} />
        )}
      </div>
    )
  }
  const isAhead = ({ state }: SessionCard) => state === 'live' || state === 'scheduled'
  const ahead = data.sessions.filter(isAhead)
  const behind = data.sessions.filter((card) => !isAhead(card)).reverse()
  const side = maySchedule && (
    <>
      <ScheduleForm caseId={summary.caseId} />
      <SessionSettings caseId={summary.caseId} of={data} />
      <OwnCall />
    </>
  )
  return (
    <ConsoleColumns sideLabel={t('sessions.side')} side={side}>
      {data.sessions.length === 0 && (
        <EmptyState
          title={t('sessions.none')}
          sentence={t(maySchedule ? 'sessions.none.next' : 'sessions.none.watched')}
        />
      )}
      <Sessions label={t('sessions.ahead')} cards={ahead} mayAct={maySchedule} />
      <Sessions label={t('sessions.behind')} cards={behind} mayAct={false} />
    </ConsoleColumns>
  )
}

interface SessionsProps {
  readonly label: string
  readonly cards: readonly SessionCard[]
  readonly mayAct: boolean
}

function Sessions({ label, cards, mayAct }: SessionsProps) {
  if (cards.length === 0) return null
  return (
    <section aria-label={label} className="web-day-sessions">
      <h2 className="ac-heading web-sessions-head">{label}</h2>
      <ul className="web-sessions">
        {cards.map((card) => (
          <SessionRow key={card.session} card={card} mayAct={mayAct} />
        ))}
      </ul>
    </section>
  )
}

function SessionRow({ card, mayAct }: { readonly card: SessionCard; readonly mayAct: boolean }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const act = useSessionAct(card.session)
  const at = new Date(card.scheduledFor)
  const when = t('session.when', { day: format.day(at, now), time: format.time(at) })
  return (
    <li className="web-session-row">
      <div className="ac-grow">
        <p className="ac-strong">{when}</p>
        <p className="ac-muted ac-small">
          {t('session.facts', {
            number: card.number,
            minutes: card.minutes,
            place: card.place,
            kind: card.kind === 'work' ? 'work' : 'other',
            state: card.state,
          })}
        </p>
        <AddedMark
          caseId={card.caseId}
          title={t('session.number', { number: card.number })}
          isHere={({ kind, item }) => kind === 'session' && item === card.session}
        />
      </div>
      {mayAct && card.state === 'scheduled' && (
        <Button
          kind="quiet"
          size="small"
          isPending={act.isPending}
          aria-label={t('session.cancelNamed', { when })}
          onPress={() => act.mutate({ path: 'cancel' })}
        >
          {t('session.cancel')}
        </Button>
      )}
      {card.state !== 'cancelled' && (
        <ButtonLink
          size="small"
          href={card.state === 'live' ? `/clients/${card.caseId}/goals` : `/sessions/${card.session}`}
        >
          {t('session.go', { state: actOf(card) })}
        </ButtonLink>
      )}
    </li>
  )
}
