import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { Crumb } from '@accord/ui/shell/breadcrumbs'
import { Tabs } from '@accord/ui/controls/tabs'
import { EyeOffIcon } from '@accord/ui/icons/eye-off-icon'
import { alarmsQuery, countUnknown } from '../../lib/alarms/alarms.js'
import { Frame, InFrame } from '../../lib/frame.js'
import { usePageTitle } from '../../lib/use-page-title.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

const TABS = [
  'people',
  'cases',
  'import',
  'outbox',
  'consent',
  'notes',
  'wording',
  'instruments',
  'thresholds',
  'numbers',
  'remote',
  'reviews',
  'supervision',
  'alarms',
  'audit',
] as const
type DeskTab = (typeof TABS)[number]

interface DeskFrameProps {
  readonly tab: DeskTab
  readonly title: string
  /** Between the room and this page. */
  readonly crumbs?: readonly Crumb[]
  readonly children: ReactNode
}

/** A page of the administration room under its tabs. */
export function DeskFrame({ tab, title, crumbs = [], children }: DeskFrameProps) {
  const t = useWebMessages()
  const navigate = useNavigate()
  usePageTitle(title)
  const room = { label: t('rooms.administration'), href: '/administration/people' }
  const { data: alarms } = useQuery(alarmsQuery)
  const unknown = alarms === undefined ? 0 : countUnknown(alarms)
  const tabs = TABS.map((id) => ({
    id,
    label: id === 'alarms' ? t('desk.tab.alarms', { count: unknown }) : t(`desk.tab.${id}`),
    href: `/administration/${id}`,
  }))
  return (
    <Frame crumbs={[room, ...crumbs, { label: title }]}>
      <InFrame slot="status">
        <DeskSight />
      </InFrame>
      <div className="web-desk">
        <Tabs
          label={t('rooms.administration')}
          items={tabs}
          selected={tab}
          onSelect={(id) => id !== tab && void navigate(`/administration/${id}`)}
        >
          {children}
        </Tabs>
      </div>
    </Frame>
  )
}

/** What administrators do and don't see, at the end of every top bar of the room. */
function DeskSight() {
  const t = useWebMessages()
  return (
    <span className="web-desk-sight ac-muted ac-small">
      <EyeOffIcon size={16} />
      {t('desk.sight')}
    </span>
  )
}
