import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { SessionCard } from '@accord/domain/rest/session'
import type { SessionId } from '@accord/domain/ids'
import { Button } from '@accord/ui/controls/button'
import { ButtonLink, Link } from '@accord/ui/controls/link'
import { PauseIcon } from '@accord/ui/icons/pause-icon'
import { SessionMinutes } from '@accord/ui/session/session-clock'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { firstName, nameOf } from '../../lib/people.js'
import { paths } from '../../lib/paths.js'
import { useSelf } from '../../lib/self-context.js'
import { boardQuery, sessionsQuery, timeOfState, useSessionAct, type TimedBoard } from '../../lib/sessions.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { FollowStrip } from './follow-strip.js'

/** On whatever page: that the session is open, where one is in it, and afterwards where it was left. (SE11) */
export function SessionBanner() {
  const t = usePortalMessages()
  const { pathname } = useLocation()
  const { data: list } = useQuery(sessionsQuery)
  const live = list?.sessions.find(({ state }) => state === 'live')
  const [wasLive, setWasLive] = useState<SessionId | null>(null)
  if (live && live.session !== wasLive) setWasLive(live.session)
  const left = list?.sessions.find(({ session, state }) => session === wasLive && state !== 'live')
  if (live) return <LiveBanner card={live} />
  if (!left || pathname === paths.session(left.session)) return null
  return (
    <aside className="pt-session" aria-label={t('session.label')}>
      <p className="ac-grow" role="status">
        {t('session.hasEnded')}
      </p>
      <ButtonLink size="small" kind="primary" href={paths.session(left.session)}>
        {t('session.toLeft')}
      </ButtonLink>
    </aside>
  )
}

function LiveBanner({ card }: { readonly card: SessionCard }) {
  const { person } = useSelf()
  const { data: board } = useQuery(boardQuery(card.session))
  if (board === undefined) return null
  const isHere = board.arrived.some((one) => one.person === person.id)
  return isHere ? <InSession board={board} /> : <Invitation card={card} />
}

function Invitation({ card }: { readonly card: SessionCard }) {
  const t = usePortalMessages()
  const navigate = useNavigate()
  const act = useSessionAct(card.session)
  const name = usePractitioners(card)
  const join = () =>
    act.mutate({ path: 'arrive' }, { onSuccess: () => void navigate(paths.session(card.session)) })
  return (
    <aside className="pt-session" aria-label={t('session.label')}>
      <p className="ac-grow ac-strong" role="status">
        {t('session.opened', { name })}
      </p>
      <Button kind="primary" isPending={act.isPending} onPress={join}>
        {t('session.join')}
      </Button>
    </aside>
  )
}

function InSession({ board }: { readonly board: TimedBoard }) {
  const t = usePortalMessages()
  const { pathname } = useLocation()
  const { card, ahead, pausedBy } = board
  const act = useSessionAct(card.session)
  const name = usePractitioners(card)
  const isThere = pathname === paths.session(card.session)
  const title = t('session.with', { name })
  return (
    <aside className="pt-session" aria-label={t('session.label')}>
      <p className="ac-grow">
        {isThere ? <b>{title}</b> : <Link href={paths.session(card.session)}>{title}</Link>}
        <small>
          <SessionMinutes
            startedAt={timeOfState(card, 'live') ?? board.at}
            minutes={card.minutes}
            ahead={ahead}
          />
        </small>
      </p>
      {pausedBy === null && (
        <Button size="small" icon={<PauseIcon size={18} />} onPress={() => act.mutate({ path: 'pause' })}>
          {t('session.pause')}
        </Button>
      )}
      <Paused board={board} onResume={() => act.mutate({ path: 'resume' })} isPending={act.isPending} />
      <FollowStrip board={board} name={name} />
    </aside>
  )
}

interface PausedProps {
  readonly board: TimedBoard
  readonly onResume: () => void
  readonly isPending: boolean
}

/** That sharing rests, on every page but those that say so in the place of the goals; whoever paused goes on. (SE7) */
function Paused({ board: { card, pausedBy }, onResume, isPending }: PausedProps) {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const { person } = useSelf()
  const { pathname } = useLocation()
  const isSaidThere = pathname === paths.session(card.session) || pathname.startsWith(`/plans/${card.plan}/`)
  const isShown = pausedBy !== null && !isSaidThere
  const isOwn = pausedBy === person.id
  const by = isOwn || pausedBy === null ? null : (nameOf(card.people, pausedBy) ?? t('people.former'))
  return (
    <div className="pt-session-paused" data-shown={isShown ? '' : undefined}>
      {/* Always here, so that it is heard when it begins. */}
      <p className="ac-grow" role="status">
        {isShown && (
          <>
            <PauseIcon size={18} />
            {by === null ? ui('inSession.paused.you') : ui('inSession.paused.by', { name: by })}
          </>
        )}
      </p>
      {isShown && isOwn && (
        <Button size="small" kind="primary" isPending={isPending} onPress={onResume}>
          {t('session.resume')}
        </Button>
      )}
    </div>
  )
}

function usePractitioners({ people }: SessionCard): string {
  const format = useFormat()
  return format.list(
    people.filter(({ relation }) => relation === 'practitioner').map(({ name }) => firstName(name)),
  )
}
