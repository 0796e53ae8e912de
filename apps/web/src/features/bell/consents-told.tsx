import type { ConsentNews } from '@accord/domain/rest/consent'
import { Link } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** What clients said yes and no to since one last looked. (CO11) */
export function ConsentsTold({ news }: { readonly news: readonly ConsentNews[] }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  return (
    <ul>
      {news.map(({ consent, caseId, purpose, answer, clientName, signedByName, at }) => (
        <li key={consent}>
          <Link href={`/clients/${caseId}/profile`}>
            {t('consentNews.line', { purpose: t(`consent.purpose.${purpose}`), answer })}
          </Link>
          <p className="ac-muted ac-small">
            {t('consentNews.by', {
              same: clientName === signedByName ? 'yes' : 'other',
              name: clientName,
              by: signedByName,
              when: format.relativeDay(new Date(at), now),
            })}
          </p>
        </li>
      ))}
    </ul>
  )
}
