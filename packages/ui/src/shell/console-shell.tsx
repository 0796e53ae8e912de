import type { ReactNode } from 'react'
import { Link } from 'react-aria-components'
import { SkipLink } from '../controls/skip-link.js'
import { BrandMark } from './brand-mark.js'
import { Breadcrumbs, type Crumb } from './breadcrumbs.js'
import type { Room } from './room.js'
import { RoomsNav } from './rooms-nav.js'

export interface ConsoleShellProps {
  readonly rooms: readonly Room[]
  readonly home: string
  readonly crumbs: readonly Crumb[]
  /** What stands at the end of the top bar: who is live, saved or not. */
  readonly status?: ReactNode
  /** What stands at the foot of the rail: the person's own disc and menu. */
  readonly foot?: ReactNode
  /** Lies over the top bar's whole width, such as the offline banner. */
  readonly banner?: ReactNode
  readonly children: ReactNode
}

/** The practitioner's frame: a rail of rooms, a top bar, the page. Under 761 px the rail lies at the bottom. */
export function ConsoleShell({ rooms, home, crumbs, status, foot, banner, children }: ConsoleShellProps) {
  return (
    <div className="ac-console">
      <SkipLink />
      <div className="ac-rail">
        <RoomsNav
          className="ac-rail-rooms"
          rooms={rooms}
          start={
            <Link className="ac-rail-home" href={home}>
              <BrandMark />
            </Link>
          }
          end={foot !== undefined && <div className="ac-rail-foot">{foot}</div>}
        />
      </div>
      <div className="ac-console-main">
        <header>
          {banner}
          <div className="ac-topbar">
            <Breadcrumbs crumbs={crumbs} />
            {status !== undefined && <div className="ac-topbar-end">{status}</div>}
          </div>
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  )
}

interface ConsolePageProps {
  readonly title: string
  readonly lead?: string
  /** Whose page it is, before its title. */
  readonly mark?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A page with a heading of its own. */
export function ConsolePage({ title, lead, mark, actions, children }: ConsolePageProps) {
  return (
    <div className="ac-page">
      <div className="ac-page-head" data-marked={mark === undefined ? undefined : ''}>
        {mark}
        <div className="ac-grow">
          <h1 className="ac-title">{title}</h1>
          {lead !== undefined && <p className="ac-muted">{lead}</p>}
        </div>
        {actions}
      </div>
      {children}
    </div>
  )
}

interface ConsoleColumnsProps {
  readonly children: ReactNode
  /** Who is here, and what else goes with the words; under 1181 px it comes after them. */
  readonly side: ReactNode
  readonly sideLabel: string
}

/** The words, and beside them what is about them. */
export function ConsoleColumns({ children, side, sideLabel }: ConsoleColumnsProps) {
  return (
    <div className="ac-columns">
      <div className="ac-columns-main">{children}</div>
      <aside className="ac-side" aria-label={sideLabel}>
        {side}
      </aside>
    </div>
  )
}
