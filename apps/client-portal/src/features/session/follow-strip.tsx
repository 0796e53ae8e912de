import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { Button } from '@accord/ui/controls/button'
import { follow, isFollowing, lookAround } from '../../lib/following.js'
import { casesQuery } from '../../lib/cases.js'
import { paths } from '../../lib/paths.js'
import type { TimedBoard } from '../../lib/sessions.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

interface FollowStripProps {
  readonly board: TimedBoard
  readonly name: string
}

/** Which goal the practitioner shows: go there, and from then on along, until one looks around. (SE10) */
export function FollowStrip({ board: { card, showing, pausedBy }, name }: FollowStripProps) {
  const t = usePortalMessages()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const [follows, setFollows] = useState(() => isFollowing(card.session))
  const address = showing === null ? null : paths.goal(card.plan, showing)
  const { data: list } = useQuery(casesQuery)
  const found = list?.cases
    .find(({ caseId }) => caseId === card.caseId)
    ?.goals.find(({ id }) => id === showing)
  useEffect(() => {
    if (follows && address !== null) void navigate(address)
  }, [follows, address, navigate])
  // It stays mounted, so that going on leads nobody away from where they went meanwhile.
  if (address === null || pausedBy !== null) return null
  const goal = found?.name.trim() ? found.name : t('home.unnamed')
  const isThere = pathname === address
  const go = () => {
    follow(card.session)
    setFollows(true)
    void navigate(address)
  }
  const stop = () => {
    lookAround()
    setFollows(false)
  }
  return (
    <div className="pt-session-follow">
      <p className="ac-grow" role="status">
        {t(isThere && follows ? 'session.shows' : 'session.isOn', { name, goal })}
      </p>
      {isThere && follows ? (
        <Button size="small" onPress={stop}>
          {t('session.lookAround')}
        </Button>
      ) : (
        <Button size="small" kind="primary" onPress={go}>
          {t('session.goThere')}
        </Button>
      )}
    </div>
  )
}
