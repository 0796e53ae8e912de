import { ButtonLink } from '@accord/ui/controls/link'
import { CommentIcon } from '@accord/ui/icons/comment-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import type { ReviewNews } from '../../lib/attention.js'
import { clientsOf } from '../../lib/people.js'
import { reviewHref, reviewNewsTitle } from '../../lib/review-news.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** Something that was said to this person in a review; it leads to its moment. (AT12) */
export function ReviewRow({ news }: { readonly news: ReviewNews }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const { concern, of } = news
  const title = reviewNewsTitle(t, news)
  const name = format.list(clientsOf(of.people).map((one) => one.name))
  const act = t(concern.kind === 'review-ask' ? 'review.news.answer' : 'review.news.read')
  return (
    <li className="web-concern" data-kind="question">
      <span className="web-concern-icon" aria-hidden="true">
        <CommentIcon size={20} />
      </span>
      <div className="web-concern-body">
        <p className="ac-strong">
          {title}
          {concern.isNew && <span className="web-new">{t('today.new')}</span>}
        </p>
        <p className="ac-muted ac-small">
          {t('today.where', { name, when: format.relativeDay(new Date(concern.at), now) })}
        </p>
        <p className="web-concern-words" dir="auto">
          {t('today.quote', { words: concern.text })}
        </p>
      </div>
      <ButtonLink href={reviewHref(news)} aria-label={t('today.act.of', { act, name, reason: title })}>
        {act}
      </ButtonLink>
    </li>
  )
}
