import type { ReviewWords } from '@accord/domain/review/review'
import { Avatar } from '@accord/ui/presence/avatar'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName, personOf } from '../../../lib/people.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import type { ReviewPlace } from './review-place.js'

interface SaidProps {
  readonly place: ReviewPlace
  readonly words: ReviewWords
}

/** Who said it, when, the words as they read now, and how they read before. (RV9) */
export function Said({ place, words }: SaidProps) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const name = personOf(place.view.people, words.by)?.name ?? ''
  return (
    <div className="web-review-said">
      <p className="web-review-who">
        <Avatar name={name} relation={words.relation} isPresent size="small" />
        <b>{givenName(name)}</b>
        <time className="ac-muted">{format.relativeDay(new Date(words.at), now)}</time>
      </p>
      <p className="web-review-words" dir="auto">
        {words.text}
      </p>
      {words.amendments.length > 0 && (
        <details className="web-review-before">
          <summary>{t('review.amended', { count: words.amendments.length })}</summary>
          {words.amendments.map(({ at, before, reason }) => (
            <div key={at}>
              <p dir="auto">{t('review.amended.before', { words: before })}</p>
              <p className="ac-muted" dir="auto">
                {t('review.amended.reason', { day: format.relativeDay(new Date(at), now), reason })}
              </p>
            </div>
          ))}
        </details>
      )}
    </div>
  )
}
