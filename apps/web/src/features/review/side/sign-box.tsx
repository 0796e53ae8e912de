import { useState, type SubmitEvent } from 'react'
import { CheckboxButton, CheckboxField } from 'react-aria-components'
import { hasWords } from '@accord/domain/goal/wording'
import { cleanText } from '@accord/domain/text/characters'
import { Button } from '@accord/ui/controls/button'
import { Dialog } from '@accord/ui/controls/dialog'
import { TextField } from '@accord/ui/controls/text-field'
import { CheckIcon } from '@accord/ui/icons/check-icon'
import { PenIcon } from '@accord/ui/icons/pen-icon'
import { WordingHints } from '@accord/ui/wording/lazy'
import { ChecklistForm } from '../../../lib/checklist-form.js'
import { useSelf } from '../../../lib/self-context.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import type { ReviewPlace } from './review-place.js'
import { ReviewTrouble } from './review-trouble.js'
import { newActId, useReviewAct } from './use-review.js'

/** Signs everything that is not signed yet, with the clinic's checklist in its present words. (RV5, RV12) */
export function SignBox({ place }: { readonly place: ReviewPlace }) {
  const t = useWebMessages()
  const { view } = place
  const [isEditing, setEditing] = useState(false)
  const isSigned = view.changesSince === 0
  return (
    <section aria-labelledby="review-sign">
      <h2 className="ac-subheading" id="review-sign">
        {t('review.sign.title')}
      </h2>
      {isSigned ? (
        <p className="ac-muted ac-small">{t('review.sign.all', { seq: view.head.seq })}</p>
      ) : (
        <SignForm key={view.checklist.version} place={place} />
      )}
      <div>
        <Button kind="quiet" size="small" onPress={() => setEditing(true)}>
          {t('review.sign.edit')}
        </Button>
      </div>
      <Dialog title={t('checklist.title')} isOpen={isEditing} onClose={() => setEditing(false)}>
        <p className="ac-muted">{t('checklist.lead')}</p>
        <ChecklistForm checklist={view.checklist} onSaved={() => setEditing(false)} />
      </Dialog>
    </section>
  )
}

function SignForm({ place }: { readonly place: ReviewPlace }) {
  const t = useWebMessages()
  const { person } = useSelf()
  const { plan, head, covered, changesSince, checklist } = place.view
  const [id, setId] = useState(newActId)
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set())
  const [concerns, setConcerns] = useState('')
  const acting = useReviewAct(place.caseId)
  const sign = (event: SubmitEvent) => {
    event.preventDefault()
    const items = checklist.items.map((text, at) => ({ text, done: ticked.has(at) }))
    const stretch = { plan, from: (covered?.seq ?? 0) + 1, upTo: head }
    const said = hasWords(concerns) ? cleanText(concerns).trim() : null
    acting.mutate(
      {
        kind: 'review.sign',
        id,
        ...stretch,
        checklist: { version: checklist.version, items },
        concerns: said,
      },
      {
        onSuccess: () => {
          setId(newActId())
          setTicked(new Set())
          setConcerns('')
        },
      },
    )
  }
  const tick = (at: number, isTicked: boolean) =>
    setTicked(new Set(isTicked ? [...ticked, at] : [...ticked].filter((one) => one !== at)))
  return (
    <form className="web-review-form" onSubmit={sign}>
      <ul className="web-review-checks">
        {checklist.items.map((text, at) => (
          <li key={text}>
            <CheckboxField
              isSelected={ticked.has(at)}
              onChange={(isTicked) => tick(at, isTicked)}
              className="web-review-check-field"
            >
              <CheckboxButton className="web-review-check">
                <span className="web-review-tick" aria-hidden="true">
                  <CheckIcon size={14} />
                </span>
                <span dir="auto">{text}</span>
              </CheckboxButton>
            </CheckboxField>
          </li>
        ))}
      </ul>
      <TextField
        label={t('review.sign.concerns')}
        description={t('review.sign.concernsHint')}
        lines={2}
        value={concerns}
        onChange={setConcerns}
        maxLength={4_000}
      />
      <WordingHints text={concerns} textId={id} onText={setConcerns} />
      <ReviewTrouble error={acting.error} />
      <Button kind="primary" block type="submit" icon={<PenIcon size={17} />} isPending={acting.isPending}>
        {t('review.sign.do', { name: person.name })}
      </Button>
      <p className="ac-muted ac-small">
        {t('review.sign.covers', { seq: head.seq })}{' '}
        {covered !== null && t('review.sign.since', { count: changesSince })}
      </p>
    </form>
  )
}
