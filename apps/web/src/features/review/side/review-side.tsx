import { useQuery } from '@tanstack/react-query'
import type { Relation } from '@accord/domain/case/relation'
import type { CaseId } from '@accord/domain/ids'
import type { PersonName } from '@accord/domain/sync/wire'
import { ErrorState } from '@accord/ui/states/error-state'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { reviewQuery } from '../api/review.js'
import { AllComments } from './all-comments.js'
import { MomentComments } from './moment-comments.js'
import type { Moment, Pin } from './review-place.js'
import { SignBox } from './sign-box.js'
import { Signatures } from './signatures.js'

interface ReviewSideProps {
  readonly caseId: CaseId
  readonly pin: Pin
  readonly people: readonly PersonName[]
  readonly relation: Relation
  readonly onGo: (seq: number) => void
  /** The entries of the moment that is shown, where it is more than one. */
  readonly moment?: Moment
}

/** Beside a replay: what was said about this moment and about all others, and what is signed. (RV2) */
export function ReviewSide(props: ReviewSideProps) {
  const t = useWebMessages()
  const { data: view, error, refetch } = useQuery(reviewQuery(props.caseId))
  if (view === undefined && error !== null)
    return (
      <section>
        <ErrorState
          title={t('review.failed.title')}
          sentence={t('review.failed.sentence')}
          onRetry={() => void refetch()}
        />
      </section>
    )
  if (view === undefined)
    return (
      <section aria-busy="true">
        <p className="ac-muted ac-small" role="status">
          {t('review.said.loading')}
        </p>
      </section>
    )
  const { pin, moment = { from: pin.seq, to: pin.seq } } = props
  const place = { ...props, moment, view }
  return (
    <div className="web-review-talk">
      <MomentComments place={place} />
      <AllComments place={place} />
      {props.relation === 'supervisor' && <SignBox place={place} />}
      <Signatures place={place} />
    </div>
  )
}
