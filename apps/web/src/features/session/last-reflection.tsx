import { useQuery } from '@tanstack/react-query'
import type { SessionCard } from '@accord/domain/rest/session'
import { useFormat } from '@accord/ui/messages/use-format'
import { caseSessionsQuery, lastHeld } from '../../lib/sessions.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { Reflection } from './reflection.js'

/** What the practitioner wrote for themselves after the last session. (RF1) */
export function LastReflection({ card }: { readonly card: SessionCard }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const { data } = useQuery(caseSessionsQuery(card.caseId))
  const last = lastHeld(data?.sessions ?? [])
  if (last === undefined) return null
  return (
    <Reflection
      card={last}
      of={t('reflection.last', { day: format.day(new Date(last.scheduledFor), now) })}
    />
  )
}
