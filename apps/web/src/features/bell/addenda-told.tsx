import type { AddendumNews } from '@accord/domain/rest/addenda'
import { Link } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { addedAddress } from '../../lib/added/added-address.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** What was added to records since one last looked: beside what, and whose it is. Its words stand in the record. (AD8) */
export function AddendaTold({ addenda }: { readonly addenda: readonly AddendumNews[] }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  return (
    <ul>
      {addenda.map(({ kind, item, entry, number, caseId, clientNames, byName, at }) => (
        <li key={`${kind} ${item} ${String(entry)} ${String(number)}`}>
          <Link href={addedAddress(caseId)}>{t(`addendumNews.${kind}`)}</Link>
          <p className="ac-muted ac-small">
            {t('addendumNews.by', {
              same: clientNames.includes(byName) ? 'yes' : 'other',
              names: format.list(clientNames),
              by: byName,
              when: format.relativeDay(new Date(at), now),
            })}
          </p>
        </li>
      ))}
    </ul>
  )
}
