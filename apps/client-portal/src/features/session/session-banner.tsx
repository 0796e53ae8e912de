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
import { firstName } from '../../lib/people.js'
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
      <FollowStrip board={board} name={name} />
    </aside>
  )
}

function usePractitioners({ people }: SessionCard): string {
  const format = useFormat()
  return format.list(
    people.filter(({ relation }) => relation === 'practitioner').map(({ name }) => firstName(name)),
  )
}
