import { createContext, useContext, type ReactNode } from 'react'
import { Link } from 'react-aria-components'
import { SkipLink } from '../controls/skip-link.js'
import { BackIcon } from '../icons/back-icon.js'
import { LifebuoyIcon } from '../icons/lifebuoy-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import type { Room } from './room.js'
import { RoomsNav } from './rooms-nav.js'

/** Where urgent help is, and what that is called; null on the page itself. It is in the head of every page. (SA9) */
export const PortalHelpContext = createContext<{ readonly href: string; readonly label: string } | null>(null)

/** The way to one's account, and out, on every page that isn't one of the rooms, which have it themselves [ASVS 7.4.4]. */
export const PortalAccountContext = createContext<ReactNode>(null)

export interface PortalShellProps {
  readonly title: string
  /** Where "back" goes; left out on the first screen. */
  readonly back?: { readonly href: string; readonly label: string }
  readonly actions?: ReactNode
  /** Between header and page: who is here, or that one is offline. */
  readonly banner?: ReactNode
  readonly rooms?: readonly Room[]
  /** Stays at the lower edge: the agreement sheet, or the one main action. */
  readonly foot?: ReactNode
  readonly children: ReactNode
}

/** The client's frame: built at 390 px, never wider than 430, clear of the phone's own edges. */
export function PortalShell({ title, back, actions, banner, rooms, foot, children }: PortalShellProps) {
  const t = useUiMessages()
  const help = useContext(PortalHelpContext)
  const account = useContext(PortalAccountContext)
  const isRoom = back === undefined && rooms !== undefined
  return (
    <div className="ac-portal">
      <SkipLink />
      <header className="ac-portal-head">
        {back !== undefined && (
          <Link
            className="ac-button ac-button-icon ac-portal-back"
            data-kind="quiet"
            data-size="small"
            href={back.href}
            aria-label={back.label || t('shell.back')}
          >
            <BackIcon size={24} />
          </Link>
        )}
        <h1 data-first={back === undefined ? '' : undefined}>{title}</h1>
        {help !== null && (
          <Link
            className="ac-button ac-button-icon ac-portal-help"
            data-kind="quiet"
            data-size="small"
            href={help.href}
            aria-label={help.label}
          >
            <LifebuoyIcon size={24} />
          </Link>
        )}
        {actions}
        {!isRoom && account}
      </header>
      {banner}
      <main id="main" className="ac-portal-main" tabIndex={-1}>
        {children}
      </main>
      {foot !== undefined && <div className="ac-portal-foot">{foot}</div>}
      {rooms !== undefined && rooms.length > 1 && <RoomsNav className="ac-tabbar" rooms={rooms} />}
    </div>
  )
}
