import type { BarriersOfClient } from '@accord/domain/rest/barriers'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName } from '../../../lib/people.js'
import { useSelf } from '../../../lib/self-context.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

/** Everybody who reads what is written here, by the server's own rule, oneself as "you". (BA3) */
export function useReaders({ readers }: BarriersOfClient): string {
  const t = useWebMessages()
  const format = useFormat()
  const { person } = useSelf()
  return format.list(
    readers.map((one) => (one.person === person.id ? t('profile.you') : givenName(one.name))),
  )
}
