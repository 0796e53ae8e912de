import { useQuery } from '@tanstack/react-query'
import { HomeIcon } from '@accord/ui/icons/home-icon'
import { OpenSealIcon } from '@accord/ui/icons/open-seal-icon'
import { PersonIcon } from '@accord/ui/icons/person-icon'
import type { Room } from '@accord/ui/shell/room'
import { attentionQuery, concernsOf, lookConcernsOf } from './attention.js'
import { paths } from './paths.js'
import { usePortalMessages } from './use-portal-messages.js'

/** The rooms at the foot of the first screens, with how much waits at home. */
export function useRooms(current: 'home' | 'goals' | 'you'): readonly Room[] {
  const t = usePortalMessages()
  const { data: list } = useQuery(attentionQuery)
  const waiting = list === undefined ? 0 : concernsOf(list).length + lookConcernsOf(list).length
  return [
    {
      href: paths.home,
      label: t('rooms.home'),
      icon: <HomeIcon />,
      isCurrent: current === 'home',
      waiting: current === 'home' ? 0 : waiting,
    },
    { href: paths.goals, label: t('rooms.goals'), icon: <OpenSealIcon />, isCurrent: current === 'goals' },
    { href: paths.you, label: t('rooms.you'), icon: <PersonIcon />, isCurrent: current === 'you' },
  ]
}
