import { useWebMessages } from '../../../lib/use-web-messages.js'
import { isHere, type ReviewPlace } from './review-place.js'
import { Thread } from './thread.js'
import { WriteComment } from './write-comment.js'

/** What was said about the moment that is shown, and the way to say more. */
export function MomentComments({ place }: { readonly place: ReviewPlace }) {
  const t = useWebMessages()
  const { pin, view } = place
  const here = view.threads.filter((thread) => isHere(place, thread.pin))
  return (
    <section aria-labelledby="review-moment">
      <h2 className="ac-subheading" id="review-moment">
        {t('review.moment')}
      </h2>
      {here.length === 0 ? (
        <p className="ac-muted ac-small">{t('review.moment.none')}</p>
      ) : (
        <ul className="web-review-threads">
          {here.map((thread) => (
            <li key={thread.id}>
              <Thread place={place} thread={thread} />
            </li>
          ))}
        </ul>
      )}
      <WriteComment key={pin.seq} place={place} />
    </section>
  )
}
