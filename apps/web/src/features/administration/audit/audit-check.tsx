import { useQuery } from '@tanstack/react-query'
import { Button } from '@accord/ui/controls/button'
import { ShieldAlertIcon } from '@accord/ui/icons/shield-alert-icon'
import { ShieldCheckIcon } from '@accord/ui/icons/shield-check-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { auditCheckQuery } from '../api/audit.js'

/** Whether every event is as it was written. (AU4) */
export function AuditCheck() {
  const t = useWebMessages()
  const format = useFormat()
  const { data, error, isFetching, refetch } = useQuery(auditCheckQuery)
  const isBroken = data !== undefined && data.broken !== null
  return (
    <p className="web-audit-check ac-small" role="status" data-broken={isBroken || undefined}>
      {isBroken ? <ShieldAlertIcon size={18} /> : <ShieldCheckIcon size={18} />}
      <span>
        {data === undefined
          ? t(error === null ? 'audit.checking' : 'audit.unchecked')
          : data.broken === null
            ? t('audit.intact', { count: data.events, at: format.time(new Date(data.at)) })
            : t('audit.broken', { seq: format.number(data.broken) })}
      </span>
      <Button kind="quiet" size="small" isPending={isFetching} onPress={() => void refetch()}>
        {t('audit.checkAgain')}
      </Button>
    </p>
  )
}
