import { useId } from 'react'
import type { RestrictedCaseLine } from '@accord/domain/rest/case'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** Whose records are kept and not worked with, since when; nothing of what is in them. (DR30) */
export function RestrictedCases({ restricted }: { readonly restricted: readonly RestrictedCaseLine[] }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const nameId = useId()
  if (restricted.length === 0) return null
  return (
    <section className="web-restricted" aria-labelledby={nameId}>
      <h2 className="ac-label" id={nameId}>
        {t('restricted.title')}
      </h2>
      <p className="ac-muted ac-small">{t('restricted.lead')}</p>
      <ul>
        {restricted.map(({ caseId, clients, since }) => (
          <li key={caseId}>
            <LockIcon size={18} />
            {t('restricted.since', { name: format.list(clients), day: format.day(new Date(since), now) })}
          </li>
        ))}
      </ul>
    </section>
  )
}
