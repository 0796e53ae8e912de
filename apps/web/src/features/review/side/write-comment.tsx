import { useId, useState, type SubmitEvent } from 'react'
import { hasWords } from '@accord/domain/goal/wording'
import type { ReviewReaders } from '@accord/domain/review/act'
import { cleanText } from '@accord/domain/text/characters'
import { Button } from '@accord/ui/controls/button'
import { TextField } from '@accord/ui/controls/text-field'
import { ToggleGroup } from '@accord/ui/controls/toggle-group'
import { useFormat } from '@accord/ui/messages/use-format'
import { WordingHints } from '@accord/ui/wording/lazy'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { ReadersChoice } from './readers-choice.js'
import { clientNames, practitionerNames, supervisorNames, type ReviewPlace } from './review-place.js'
import { ReviewTrouble } from './review-trouble.js'
import { useChosenWords } from './use-chosen-words.js'
import { newActId, useReviewAct } from './use-review.js'

type Kind = 'comment' | 'ask'

/** Says something about the moment that is shown, and says beside it who will read it. (C8, RV6) */
export function WriteComment({ place }: { readonly place: ReviewPlace }) {
  const t = useWebMessages()
  const { pin, relation } = place
  const isSupervisor = relation === 'supervisor'
  const [id, setId] = useState(newActId)
  const [words, setWords] = useState('')
  const [kind, setKind] = useState<Kind>('comment')
  const [readers, setReaders] = useState<ReviewReaders>('practitioner')
  const [passage, setPassage] = useChosenWords(place.pin.seq)
  const acting = useReviewAct(place.caseId)
  const sentence = useReadersSentence(place, kind === 'comment' ? readers : 'practitioner')
  const described = useId()
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    if (!hasWords(words)) return
    const text = cleanText(words).trim()
    const pinned = {
      ...pin,
      passage: pin.goal !== null && hasWords(passage) ? cleanText(passage).trim() : null,
    }
    acting.mutate(
      kind === 'ask'
        ? { kind: 'review.ask', id, pin: pinned, text }
        : { kind: 'review.comment', id, pin: pinned, text, readers },
      {
        onSuccess: () => {
          setWords('')
          setPassage('')
          setId(newActId())
        },
      },
    )
  }
  const kinds = [
    { id: 'comment' as const, label: t('review.write.comment') },
    { id: 'ask' as const, label: t('review.write.ask') },
  ]
  return (
    <form className="web-review-form" onSubmit={send}>
      {isSupervisor && (
        <ToggleGroup label={t('review.write.kind')} choices={kinds} chosen={kind} onChoose={setKind} />
      )}
      {pin.goal !== null && (
        <TextField
          label={t('review.write.passage')}
          description={t('review.write.passageHint')}
          value={passage}
          onChange={setPassage}
          maxLength={1_000}
        />
      )}
      <TextField
        label={t(kind === 'ask' ? 'review.write.askLabel' : 'review.write.label', { seq: pin.seq })}
        lines={2}
        value={words}
        onChange={setWords}
        maxLength={4_000}
        aria-describedby={described}
      />
      <WordingHints text={words} textId={id} onText={setWords} />
      {isSupervisor && kind === 'comment' && (
        <ReadersChoice place={place} chosen={readers} onChoose={setReaders} />
      )}
      <ReviewTrouble error={acting.error} />
      <div className="web-review-send">
        <p className="ac-muted ac-small" id={described}>
          {sentence}
        </p>
        <Button size="small" type="submit" isPending={acting.isPending} isDisabled={!hasWords(words)}>
          {t(kind === 'ask' ? 'review.write.askDo' : 'review.write.do')}
        </Button>
      </div>
    </form>
  )
}

/** "Mara will see this. Jonah won't." */
function useReadersSentence(place: ReviewPlace, readers: ReviewReaders): string {
  const t = useWebMessages()
  const format = useFormat()
  const clients = clientNames(place)
  if (place.relation !== 'supervisor') {
    const supervisors = supervisorNames(place)
    const others = { clients: format.list(clients) }
    return supervisors.length > 0
      ? t('review.readers.wont', { names: format.list(supervisors), ...others })
      : t('review.readers.later', others)
  }
  const names = format.list(practitionerNames(place))
  return readers === 'client'
    ? t('review.readers.will', { names: format.list([...practitionerNames(place), ...clients]) })
    : t('review.readers.wont', { names, clients: format.list(clients) })
}
