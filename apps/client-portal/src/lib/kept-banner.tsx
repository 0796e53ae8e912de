import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useFormat } from '@accord/ui/messages/use-format'
import { CloudOffIcon } from '@accord/ui/icons/cloud-off-icon'
import { useSelf } from './self-context.js'
import { waitingQuery } from './unsent.js'
import { usePortalMessages } from './use-portal-messages.js'

/** What is on screen comes from this device: from when it is, and what becomes of words that wait. (OF8) */
export function KeptBanner({ at }: { readonly at: number }) {
  const t = usePortalMessages()
  const format = useFormat()
  const { person } = useSelf()
  const { data: waiting = 0 } = useQuery(waitingQuery(person.id))
  return (
    <div className="ac-offline">
      <CloudOffIcon />
      <span role="status">
        {t.rich('kept.banner', {
          when: format.moment(new Date(at), new Date()),
          b: (children: ReactNode) => <b>{children}</b>,
        })}
        {waiting > 0 && ` ${t('kept.waiting', { count: waiting })}`}
      </span>
    </div>
  )
}
