import type { EmergencyLine } from '@accord/domain/rest/emergency'
import { ButtonLink } from '@accord/ui/controls/link'
import { ShieldAlertIcon } from '@accord/ui/icons/shield-alert-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { OPENINGS_ADDRESS } from '../../lib/emergency/emergency.js'
import { dueWords, isOverdue, openingTitle } from '../../lib/emergency/emergency-words.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** An opening that waits for this supervisor's review; overdue ones say so. (EM13) */
export function EmergencyRow({ line }: { readonly line: EmergencyLine }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const reason = openingTitle(t, line)
  const act = t('emergency.review')
  return (
    <li className="web-concern" data-kind={isOverdue(line, now) ? 'alarm' : 'lapsed'}>
      <span className="web-concern-icon" aria-hidden="true">
        <ShieldAlertIcon size={22} />
      </span>
      <div className="web-concern-body">
        <p className="ac-strong">{reason}</p>
        <p className="ac-muted ac-small">{format.moment(new Date(line.at), now)}</p>
        <p className="ac-small">{dueWords(t, format, line, now)}</p>
      </div>
      <ButtonLink
        href={`${OPENINGS_ADDRESS}#${line.access}`}
        aria-label={t('today.act.of', { act, name: line.client, reason })}
      >
        {act}
      </ButtonLink>
    </li>
  )
}
