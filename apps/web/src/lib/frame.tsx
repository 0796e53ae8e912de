import { createContext, type ReactNode, useContext, useState } from 'react'
import { createPortal } from 'react-dom'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'react-router'
import { CommentIcon } from '@accord/ui/icons/comment-icon'
import { DeskIcon } from '@accord/ui/icons/desk-icon'
import { HistoryIcon } from '@accord/ui/icons/history-icon'
import { PeopleIcon } from '@accord/ui/icons/people-icon'
import { SunIcon } from '@accord/ui/icons/sun-icon'
import type { Crumb } from '@accord/ui/shell/breadcrumbs'
import { ConsoleShell } from '@accord/ui/shell/console-shell'
import type { Room } from '@accord/ui/shell/room'
import { alarmsQuery, countUnknown } from './alarms/alarms.js'
import { attentionQuery, countConcerns } from './attention.js'
import { EmergencyBanner } from './emergency/emergency-banner.js'
import { emergencyQuery, toReviewOf, unreviewedOf } from './emergency/emergency.js'
import { waitingRequestsQuery } from './waiting-requests.js'
import { SafetyBanner } from './safety/safety-banner.js'
import { safetyAlertsQuery, seesAlerts } from './safety/safety.js'
import { roomsOf, type ConsoleRoom } from './rooms.js'
import { useSelf } from './self-context.js'
import { queueQuery } from './supervision.js'
import { useWebMessages } from './use-web-messages.js'

interface Slots {
  readonly status: HTMLElement | null
  readonly banner: HTMLElement | null
}

const SlotsContext = createContext<Slots>({ status: null, banner: null })

/** What the app puts at the foot of every frame's rail: the person's own disc and menu. */
export const FrameFootContext = createContext<ReactNode>(null)

/** What the app puts at the end of every frame's top bar: the way to find somebody. */
export const FrameFindContext = createContext<ReactNode>(null)

/** And the bell; null for whom no plan is open. */
export const FrameBellContext = createContext<ReactNode>(null)

const ICONS = {
  today: <SunIcon />,
  clients: <PeopleIcon />,
  reviews: <HistoryIcon />,
  supervision: <CommentIcon />,
  administration: <DeskIcon />,
}

interface FrameProps {
  readonly crumbs: readonly Crumb[]
  readonly children: ReactNode
}

/** The console's frame round a page. Only rooms that exist are in it. */
export function Frame({ crumbs, children }: FrameProps) {
  const foot = useContext(FrameFootContext)
  const find = useContext(FrameFindContext)
  const bell = useContext(FrameBellContext)
  const [status, setStatus] = useState<HTMLElement | null>(null)
  const [banner, setBanner] = useState<HTMLElement | null>(null)
  const rooms = useRooms()
  return (
    <SlotsContext value={{ status, banner }}>
      <ConsoleShell
        rooms={rooms}
        home="/"
        crumbs={crumbs}
        foot={foot}
        status={
          <>
            <div className="web-slot" ref={setStatus} />
            {find}
            {bell}
          </>
        }
        banner={
          <>
            <SafetyBanner />
            <EmergencyBanner />
            <div ref={setBanner} />
          </>
        }
      >
        {children}
      </ConsoleShell>
    </SlotsContext>
  )
}

/** The rooms that are the person's; with how much waits in them. */
function useRooms(): readonly Room[] {
  const t = useWebMessages()
  const { pathname } = useLocation()
  const self = useSelf()
  const mine = roomsOf(self)
  const { data: told } = useQuery({ ...safetyAlertsQuery, enabled: seesAlerts(self) })
  const { data: list } = useQuery({ ...attentionQuery, enabled: mine.includes('today') })
  const { data: queue } = useQuery({ ...queueQuery(null), enabled: mine.includes('reviews') })
  const { data: alarms } = useQuery({ ...alarmsQuery, enabled: mine.includes('administration') })
  const { data: asked } = useQuery({ ...waitingRequestsQuery, enabled: mine.includes('administration') })
  const { data: news } = useQuery(emergencyQuery)
  const waiting: Partial<Record<ConsoleRoom, number>> = {
    today:
      (list === undefined ? 0 : countConcerns(list)) + (told?.alerts.length ?? 0) + toReviewOf(news).length,
    reviews: queue?.counts.today ?? 0,
    administration:
      (alarms === undefined ? 0 : countUnknown(alarms)) + unreviewedOf(news).length + (asked?.waiting ?? 0),
  }
  return mine.map((id) => ({
    href: `/${id}`,
    label: t(`rooms.${id}`),
    icon: ICONS[id],
    isCurrent: pathname.startsWith(`/${id}`),
    waiting: waiting[id] ?? 0,
  }))
}

interface InFrameProps {
  /** At the end of the top bar, or over the whole width above it. */
  readonly slot: keyof Slots
  readonly children: ReactNode
}

/** Shows something in the frame that only the page within knows: saved or not, who is live, offline. */
export function InFrame({ slot, children }: InFrameProps) {
  const place = useContext(SlotsContext)[slot]
  return place && createPortal(children, place)
}
