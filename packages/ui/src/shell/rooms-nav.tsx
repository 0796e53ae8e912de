import type { ReactNode } from 'react'
import { Link } from 'react-aria-components'
import { useUiMessages } from '../messages/use-ui-messages.js'
import type { Room } from './room.js'

const CURRENT = { 'aria-current': 'page' } as const

interface RoomsNavProps {
  readonly rooms: readonly Room[]
  readonly className: string
  /** Before and after the rooms, in the same landmark. */
  readonly start?: ReactNode
  readonly end?: ReactNode
}

export function RoomsNav({ rooms, className, start, end }: RoomsNavProps) {
  const t = useUiMessages()
  return (
    <nav className={className} aria-label={t('shell.rooms')}>
      {start}
      <ul>
        {rooms.map(({ href, label, icon, isCurrent, waiting }) => (
          <li key={href}>
            <Link className="ac-room" href={href} {...(isCurrent ? CURRENT : {})}>
              {icon}
              <span>{label}</span>
              {waiting !== undefined && waiting > 0 && (
                <>
                  <span className="ac-room-count" aria-hidden="true">
                    {waiting}
                  </span>
                  <span className="ac-hidden">{t('shell.waiting', { count: waiting })}</span>
                </>
              )}
            </Link>
          </li>
        ))}
      </ul>
      {end}
    </nav>
  )
}
