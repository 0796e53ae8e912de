import type { ReviewNews } from './attention.js'
import { givenName, personOf } from './people.js'
import type { WebTranslate } from './use-web-messages.js'

/** The moment that something was said about, in the replay. */
export function reviewHref({ concern, of }: ReviewNews): string {
  return `/reviews/${of.caseId}?at=${concern.seq}`
}

/** "Ruth asks for a change". */
export function reviewNewsTitle(t: WebTranslate, { concern, of }: ReviewNews): string {
  return t(`review.news.${concern.kind}`, { name: givenName(personOf(of.people, concern.by)?.name ?? '') })
}
