import type { ReactNode } from 'react'
import type { Crumb } from '@accord/ui/shell/breadcrumbs'
import { EyeOffIcon } from '@accord/ui/icons/eye-off-icon'
import { Frame, InFrame } from '../../lib/frame.js'
import { usePageTitle } from '../../lib/use-page-title.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { DeskNav, type DeskPage } from './desk-nav.js'

interface DeskFrameProps {
  readonly tab: DeskPage
  readonly title: string
  /** Between the room and this page. */
  readonly crumbs?: readonly Crumb[]
  readonly children: ReactNode
}

/** A page of the administration room beside the list of all of them. */
export function DeskFrame({ tab, title, crumbs = [], children }: DeskFrameProps) {
  const t = useWebMessages()
  usePageTitle(title)
  const room = { label: t('rooms.administration'), href: '/administration/people' }
  return (
    <Frame crumbs={[room, ...crumbs, { label: title }]}>
      <InFrame slot="status">
        <DeskSight />
      </InFrame>
      <div className="web-desk">
        <DeskNav page={tab} />
        <div className="web-desk-page">{children}</div>
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
