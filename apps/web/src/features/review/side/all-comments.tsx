import type { ReviewThread } from '@accord/domain/review/review'
import { useFormat } from '@accord/ui/messages/use-format'
import { Button as AriaButton } from 'react-aria-components'
import { givenName, personOf } from '../../../lib/people.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { isHere, type ReviewPlace } from './review-place.js'

/** Everything that was said about the record, in its order; each leads to its moment. */
export function AllComments({ place }: { readonly place: ReviewPlace }) {
  const t = useWebMessages()
  const elsewhere = place.view.threads.filter(({ pin }) => !isHere(place, pin))
  if (elsewhere.length === 0) return null
  const inOrder = [...elsewhere].sort((a, b) => a.pin.seq - b.pin.seq)
  return (
    <section aria-labelledby="review-all">
      <h2 className="ac-subheading" id="review-all">
        {t('review.elsewhere')}
      </h2>
      <ul className="web-review-all">
        {inOrder.map((thread) => (
          <li key={thread.id}>
            <OtherMoment place={place} thread={thread} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OtherMoment({ place, thread }: { readonly place: ReviewPlace; readonly thread: ReviewThread }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const { by, at, pin, text, kind, replies } = thread
  const name = givenName(personOf(place.view.people, by)?.name ?? '')
  const isOpen = kind === 'ask' && thread.answer === null
  const more = replies.length + (kind === 'ask' && thread.answer !== null ? 1 : 0)
  return (
    <AriaButton className="web-review-jump" onPress={() => place.onGo(pin.seq)}>
      <span className="ac-strong">
        {t(isOpen ? 'review.jump.ask' : 'review.jump', { name, seq: pin.seq })}
      </span>
      <span className="web-review-clip" dir="auto">
        {text}
      </span>
      <span className="ac-muted ac-small">
        {t('review.jump.when', { day: format.relativeDay(new Date(at), now), count: more })}
      </span>
    </AriaButton>
  )
}
