import type { SessionCard } from '@accord/domain/rest/session'
import { ButtonLink } from '@accord/ui/controls/link'
import { DeskIcon } from '@accord/ui/icons/desk-icon'
import { useWebMessages } from '../../../lib/use-web-messages.js'

/** The clinic's own call, beside the goals; a call that is built in has its place here. (SE14) */
export function CallLink({ of: { place, callLink } }: { readonly of: SessionCard }) {
  const t = useWebMessages()
  if (place !== 'remote') return null
  return (
    <section aria-label={t('session.call')}>
      {callLink === null ? (
        <p className="ac-muted ac-small">{t('session.call.none')}</p>
      ) : (
        <div className="web-call">
          <p className="web-call-where">
            <DeskIcon size={16} />
            {t('session.call.where', { host: new URL(callLink).hostname })}
          </p>
          <ButtonLink kind="primary" block href={callLink} target="_blank" rel="noopener noreferrer">
            {t('session.call.open')}
          </ButtonLink>
          <p className="ac-muted ac-small">{t('session.call.goals')}</p>
        </div>
      )}
    </section>
  )
}
