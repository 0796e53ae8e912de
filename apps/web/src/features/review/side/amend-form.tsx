import { useState, type SubmitEvent } from 'react'
import { hasWords } from '@accord/domain/goal/wording'
import type { ReviewReaders } from '@accord/domain/review/act'
import type { ReviewThread } from '@accord/domain/review/review'
import { cleanText } from '@accord/domain/text/characters'
import { Button } from '@accord/ui/controls/button'
import { TextField } from '@accord/ui/controls/text-field'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { WordingHints } from '@accord/ui/wording/lazy'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { ReadersChoice } from './readers-choice.js'
import type { ReviewPlace } from './review-place.js'
import { ReviewTrouble } from './review-trouble.js'
import { newActId, useReviewAct } from './use-review.js'

interface AmendFormProps {
  readonly place: ReviewPlace
  /** Where the words stand; absent for a signature. */
  readonly thread?: ReviewThread
  readonly words: { readonly id: string; readonly text: string }
  readonly onDone: () => void
}

/** Puts other words beside one's own, with the reason. What was written stays readable. (RV9) */
export function AmendForm({ place, thread, words, onDone }: AmendFormProps) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const [id] = useState(newActId)
  const [text, setText] = useState(words.text)
  const [reason, setReason] = useState('')
  const isComment = thread?.kind === 'comment' && thread.id === words.id
  const before = isComment ? thread.readers : null
  const [readers, setReaders] = useState<ReviewReaders | null>(before)
  const acting = useReviewAct(place.caseId)
  const mayChoose = before !== null && place.relation === 'supervisor'
  const isReady = hasWords(text) && hasWords(reason)
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    if (!isReady) return
    const change = { text: cleanText(text).trim(), reason: cleanText(reason).trim() }
    acting.mutate(
      { kind: 'review.amend', id, of: words.id, ...change, readers: readers === before ? null : readers },
      { onSuccess: onDone },
    )
  }
  return (
    <form className="web-review-form" onSubmit={send}>
      <TextField
        label={t(thread === undefined ? 'review.amend.add' : 'review.amend.words')}
        lines={3}
        value={text}
        onChange={setText}
        maxLength={4_000}
        autoFocus
      />
      <WordingHints text={text} textId={words.id} onText={setText} />
      <TextField
        label={t('review.amend.why')}
        description={t('review.amend.kept')}
        value={reason}
        onChange={setReason}
        maxLength={4_000}
      />
      {mayChoose && readers !== null && (
        <ReadersChoice place={place} chosen={readers} onChoose={setReaders} />
      )}
      <ReviewTrouble error={acting.error} />
      <div className="ac-row">
        <Button kind="primary" size="small" type="submit" isPending={acting.isPending} isDisabled={!isReady}>
          {t('review.amend.send')}
        </Button>
        <Button kind="quiet" size="small" onPress={onDone}>
          {ui('dialog.cancel')}
        </Button>
      </div>
    </form>
  )
}
