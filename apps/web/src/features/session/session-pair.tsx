import type { SessionCard } from '@accord/domain/rest/session'
import { Pair } from '@accord/ui/presence/pair'
import { clientsOf } from '../../lib/people.js'

/** Whose session it is; between sessions both halves are filled. */
export function SessionPair({ card: { people } }: { readonly card: SessionCard }) {
  const [practitioner] = people.filter(({ relation }) => relation === 'practitioner')
  const [client] = clientsOf(people)
  if (practitioner === undefined || client === undefined) return null
  return (
    <Pair
      size="large"
      practitioner={{ name: practitioner.name, isPresent: true }}
      client={{ name: client.name, isPresent: true }}
    />
  )
}
