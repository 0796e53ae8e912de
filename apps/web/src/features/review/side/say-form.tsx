import { useState, type SubmitEvent } from 'react'
import { hasWords } from '@accord/domain/goal/wording'
import { cleanText } from '@accord/domain/text/characters'
import { Button } from '@accord/ui/controls/button'
import { TextField } from '@accord/ui/controls/text-field'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { WordingHints } from '@accord/ui/wording/lazy'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { practitionerNames, supervisorNames, type ReviewPlace } from './review-place.js'
import { ReviewTrouble } from './review-trouble.js'
import { newActId, useReviewAct } from './use-review.js'

interface SayFormProps {
  readonly place: ReviewPlace
  readonly to: string
  readonly kind: 'reply' | 'answer'
  readonly onDone: () => void
}

/** Goes on with a thread: a reply, or the answer that was asked for. Never for the client. (RV6) */
export function SayForm({ place, to, kind, onDone }: SayFormProps) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const format = useFormat()
  const [id] = useState(newActId)
  const [words, setWords] = useState('')
  const acting = useReviewAct(place.caseId)
  const others = place.relation === 'supervisor' ? practitionerNames(place) : supervisorNames(place)
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    if (!hasWords(words)) return
    acting.mutate({ kind: `review.${kind}`, id, to, text: cleanText(words).trim() }, { onSuccess: onDone })
  }
  return (
    <form className="web-review-form" onSubmit={send}>
      <TextField
        label={t(`review.${kind}.label`)}
        description={t('review.readers.only', { names: format.list(others) })}
        lines={2}
        value={words}
        onChange={setWords}
        maxLength={4_000}
        autoFocus
      />
      <WordingHints text={words} textId={id} onText={setWords} />
      <ReviewTrouble error={acting.error} />
      <div className="ac-row">
        <Button
          kind="primary"
          size="small"
          type="submit"
          isPending={acting.isPending}
          isDisabled={!hasWords(words)}
        >
          {t(`review.${kind}.send`)}
        </Button>
        <Button kind="quiet" size="small" onPress={onDone}>
          {ui('dialog.cancel')}
        </Button>
      </div>
    </form>
  )
}
