import { useState } from 'react'
import type { ReviewSignature } from '@accord/domain/review/review'
import { Button } from '@accord/ui/controls/button'
import { useFormat } from '@accord/ui/messages/use-format'
import { personOf } from '../../../lib/people.js'
import { useNow } from '../../../lib/use-now.js'
import { useSelf } from '../../../lib/self-context.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { AmendForm } from './amend-form.js'
import type { ReviewPlace } from './review-place.js'

/** What is signed: by whom, when, up to where, with what; the latest first. (RV5) */
export function Signatures({ place }: { readonly place: ReviewPlace }) {
  const t = useWebMessages()
  const { view } = place
  if (view.signatures.length === 0 && place.relation === 'supervisor') return null
  return (
    <section aria-labelledby="review-signed">
      <h2 className="ac-subheading" id="review-signed">
        {t('review.signed.title')}
      </h2>
      {view.signatures.length === 0 ? (
        <p className="ac-muted ac-small">{t('review.signed.none')}</p>
      ) : (
        <>
          <ul className="web-review-signatures">
            {view.signatures.toReversed().map((signature) => (
              <li key={signature.id}>
                <Signature place={place} signature={signature} />
              </li>
            ))}
          </ul>
          <p className="ac-small">{t('review.signed.since', { count: view.changesSince })}</p>
        </>
      )}
    </section>
  )
}

interface SignatureProps {
  readonly place: ReviewPlace
  readonly signature: ReviewSignature
}

function Signature({ place, signature }: SignatureProps) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const { person } = useSelf()
  const [isAmending, setAmending] = useState(false)
  const { by, at, from, upTo, checklist, concerns, additions } = signature
  return (
    <article className="web-review-signature">
      <p>
        <b>{personOf(place.view.people, by)?.name}</b>{' '}
        <time className="ac-muted">{format.moment(new Date(at), now)}</time>
      </p>
      <p className="ac-muted ac-small">{t('review.signed.covers', { from, seq: upTo.seq })}</p>
      {checklist !== null && checklist.items.length > 0 && (
        <ul className="ac-small web-review-checked">
          {checklist.items.map(({ text, done }) => (
            <li key={text} dir="auto">
              {t(done ? 'review.signed.done' : 'review.signed.notDone', { item: text })}
            </li>
          ))}
        </ul>
      )}
      <p className="ac-small" dir="auto">
        {concerns === null ? t('review.signed.noConcerns') : t('review.signed.concerns', { words: concerns })}
      </p>
      {additions.map((addition) => (
        <p key={addition.at} className="ac-small" dir="auto">
          {t('review.signed.added', {
            day: format.relativeDay(new Date(addition.at), now),
            words: addition.text,
            reason: addition.reason,
          })}
        </p>
      ))}
      {by === person.id && !isAmending && (
        <Button kind="quiet" size="small" onPress={() => setAmending(true)}>
          {t('review.signed.amend')}
        </Button>
      )}
      {isAmending && (
        <AmendForm place={place} words={{ id: signature.id, text: '' }} onDone={() => setAmending(false)} />
      )}
    </article>
  )
}
