import { useId } from 'react'
import { hasWords } from '@accord/domain/goal/wording'
import type { Goal } from '@accord/domain/goal/goal'
import { useFormat } from '@accord/ui/messages/use-format'
import { clientsOf, givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { useRoom } from '../room/room-context.js'
import { writtenBy } from './written-by.js'

/** What the client wrote of a goal, word for word, and nothing that somebody else put in. */
export function TheirWords({ goal }: { readonly goal: Goal }) {
  const t = useWebMessages()
  const format = useFormat()
  const titleId = useId()
  const { people } = useRoom()
  const clients = clientsOf(people)
  const who = { names: format.list(clients.map(({ name }) => givenName(name))), count: clients.length }
  const stretches = writtenBy(goal.statement, new Set(clients.map(({ person }) => person)))
  const hasWhy = hasWords(goal.why.text)
  return (
    <section className="web-their-words" aria-labelledby={titleId}>
      <h4 id={titleId}>{t('assume.theirs', who)}</h4>
      {stretches.length === 0 && !hasWhy && <p className="ac-muted">{t('assume.theirsNone', who)}</p>}
      {stretches.length > 0 && <blockquote dir="auto">{stretches.join(' … ')}</blockquote>}
      {hasWhy && (
        <>
          <p className="web-their-why">{t('assume.theirsWhy', who)}</p>
          <blockquote dir="auto">{goal.why.text}</blockquote>
        </>
      )}
    </section>
  )
}
