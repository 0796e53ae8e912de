import type { Client } from '@accord/domain/rest/people'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName } from '../people.js'
import { useNow } from '../use-now.js'
import { useWebMessages } from '../use-web-messages.js'

/** That a client died, and on which day; nothing while they live. (CL23) */
export function DeathLine({ client: { name, death } }: { readonly client: Client }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  if (death.day === null) return null
  const day = format.day(new Date(`${death.day}T00:00:00`), now)
  return <p className="ac-strong">{t('death.noted', { name: givenName(name), day })}</p>
}
