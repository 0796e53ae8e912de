import { useState } from 'react'
import { wordsOf, type ReviewThread, type ReviewWords } from '@accord/domain/review/review'
import { Button } from '@accord/ui/controls/button'
import { Chip } from '@accord/ui/controls/chip'
import { useFormat } from '@accord/ui/messages/use-format'
import { AddedBeside } from '../../../lib/added/added-beside.js'
import { useSelf } from '../../../lib/self-context.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { AmendForm } from './amend-form.js'
import { clientNames, type ReviewPlace } from './review-place.js'
import { ReviewTrouble } from './review-trouble.js'
import { Said } from './said.js'
import { SayForm } from './say-form.js'
import { newActId, useReviewAct } from './use-review.js'

interface ThreadProps {
  readonly place: ReviewPlace
  readonly thread: ReviewThread
}

type Doing = { readonly kind: 'reply' | 'answer' } | { readonly kind: 'amend'; readonly words: ReviewWords }

/** A comment, or a change that is asked for, with all that followed. */
export function Thread({ place, thread }: ThreadProps) {
  const t = useWebMessages()
  const { person } = useSelf()
  const [doing, setDoing] = useState<Doing | null>(null)
  const acting = useReviewAct(place.caseId)
  const isOpenAsk = thread.kind === 'ask' && thread.answer === null
  const mayAnswer = isOpenAsk && place.relation === 'practitioner'
  const mayResolve = thread.resolved === null && (place.relation === 'supervisor' || thread.by === person.id)
  const said = wordsOf(thread)
  const own = said.filter(({ by }) => by === person.id).at(-1)
  const done = () => setDoing(null)
  return (
    <article className="web-review-thread" data-resolved={thread.resolved === null ? undefined : ''}>
      <ThreadMarks place={place} thread={thread} />
      {thread.pin.passage !== null && (
        <q className="web-review-passage" dir="auto">
          {thread.pin.passage}
        </q>
      )}
      {said.map((words) => (
        <Said key={words.id} place={place} words={words} />
      ))}
      <AddedBeside
        caseId={place.caseId}
        isHere={({ kind, item }) => kind === 'supervisor-said' && item === thread.id}
      />
      {doing === null && (
        <div className="web-review-acts">
          {mayAnswer && (
            <Button size="small" onPress={() => setDoing({ kind: 'answer' })}>
              {t('review.answer')}
            </Button>
          )}
          <Button kind="quiet" size="small" onPress={() => setDoing({ kind: 'reply' })}>
            {t('review.reply')}
          </Button>
          {own !== undefined && (
            <Button kind="quiet" size="small" onPress={() => setDoing({ kind: 'amend', words: own })}>
              {t('review.amend')}
            </Button>
          )}
          {mayResolve && (
            <Button
              kind="quiet"
              size="small"
              isPending={acting.isPending}
              onPress={() => acting.mutate({ kind: 'review.resolve', id: newActId(), thread: thread.id })}
            >
              {t('review.resolve')}
            </Button>
          )}
        </div>
      )}
      <ReviewTrouble error={acting.error} />
      {doing?.kind === 'amend' && (
        <AmendForm place={place} thread={thread} words={doing.words} onDone={done} />
      )}
      {(doing?.kind === 'reply' || doing?.kind === 'answer') && (
        <SayForm place={place} to={thread.id} kind={doing.kind} onDone={done} />
      )}
    </article>
  )
}

/** What it is, where that is not an ordinary comment, and who else reads it. */
function ThreadMarks({ place, thread }: ThreadProps) {
  const t = useWebMessages()
  const format = useFormat()
  const isSafe = thread.kind === 'comment' && thread.readers === 'client'
  if (thread.kind === 'comment' && !isSafe && thread.resolved === null) return null
  return (
    <p className="web-review-marks">
      {thread.kind === 'ask' && (
        <Chip tone={thread.answer === null ? 'attention' : 'quiet'}>
          {t(thread.answer === null ? 'review.ask.open' : 'review.ask.answered')}
        </Chip>
      )}
      {isSafe && <Chip tone="client">{t('review.safe', { names: format.list(clientNames(place)) })}</Chip>}
      {thread.resolved !== null && <Chip>{t('review.resolved')}</Chip>}
    </p>
  )
}
