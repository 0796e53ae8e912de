import { useQuery } from '@tanstack/react-query'
import type { Relation } from '@accord/domain/case/relation'
import type { CaseId } from '@accord/domain/ids'
import type { PersonName } from '@accord/domain/sync/wire'
import { ErrorState } from '@accord/ui/states/error-state'
import { AddedBeside } from '../../../lib/added/added-beside.js'
import { AddedTrouble } from '../../../lib/added/added-trouble.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { reviewQuery } from '../api/review.js'
import { AllComments } from './all-comments.js'
import { MomentComments } from './moment-comments.js'
import { isHere, type Moment, type Pin } from './review-place.js'
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
  const { caseId, pin, moment = { from: pin.seq, to: pin.seq } } = props
  const place = { ...props, moment, view }
  return (
    <div className="web-review-talk">
      <AddedTrouble caseId={caseId} />
      <AddedBeside
        caseId={caseId}
        isHere={(one) => one.kind === 'moment' && one.item === pin.plan && isHere(place, { seq: one.entry })}
      />
      <MomentComments place={place} />
      <AllComments place={place} />
      {props.relation === 'supervisor' && <SignBox place={place} />}
      <Signatures place={place} />
    </div>
  )
}
