import { Outlet } from 'react-router'
import { ButtonLink } from '@accord/ui/controls/link'
import { EyeOffIcon } from '@accord/ui/icons/eye-off-icon'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { ErrorState } from '@accord/ui/states/error-state'
import { Frame } from '../../lib/frame.js'
import { useSelf } from '../../lib/self-context.js'
import { useVoice } from '../../lib/use-voice.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import './administration.css'

/** The front desk, in plain ink: people and the outside of cases, never what was written in one. (AC3) */
export function DeskRoom() {
  const t = useWebMessages()
  const { roles } = useSelf()
  useVoice('desk')
  if (roles.includes('administrator')) return <Outlet />
  return (
    <Frame crumbs={[{ label: t('rooms.administration') }]}>
      <div className="ac-page">
        <h1 className="ac-hidden">{t('rooms.administration')}</h1>
        <ErrorState
          icon={<LockIcon size={30} />}
          title={t('desk.closed.title')}
          sentence={t('desk.closed.sentence')}
          actions={<ButtonLink href="/clients">{t('notFound.back')}</ButtonLink>}
        />
      </div>
    </Frame>
  )
}

/** What administrators do and don't see, at the end of every top bar of the room. */
export function DeskSight() {
  const t = useWebMessages()
  return (
    <span className="web-desk-sight ac-muted ac-small">
      <EyeOffIcon size={16} />
      {t('desk.sight')}
    </span>
  )
}
