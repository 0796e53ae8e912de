import type { SessionCard } from '@accord/domain/rest/session'
import { ButtonLink } from '@accord/ui/controls/link'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** The clinic's own call, beside the goals. A call that is built in has its place here. (SE14) */
export function CallButton({ card: { callLink } }: { readonly card: SessionCard }) {
  const t = usePortalMessages()
  if (callLink === null) return null
  return (
    <div className="pt-session-call">
      <ButtonLink kind="primary" block href={callLink} target="_blank" rel="noopener noreferrer">
        {t('session.call')}
      </ButtonLink>
      <p className="ac-muted ac-small">{t('session.call.note')}</p>
    </div>
  )
}
