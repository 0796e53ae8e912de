import { type SubmitEvent, useId, useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { useNavigate } from 'react-router'
import { ASPECTS, LONGEST_OPEN_LINE } from '@accord/domain/alliance/check-in'
import type { OwnCheckIn } from '@accord/domain/rest/alliance'
import { Button } from '@accord/ui/controls/button'
import { AlertIcon } from '@accord/ui/icons/alert-icon'
import { Avatar } from '@accord/ui/presence/avatar'
import { ReadersBox } from '@accord/ui/private/readers-box'
import { AnswerSlider } from '../../lib/answer-slider.js'
import { failureOf } from '../../lib/request.js'
import { paths } from '../../lib/paths.js'
import { useSelf } from '../../lib/self-context.js'
import { toasts } from '../../lib/toasts.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { ShownToSheet } from './shown-to-sheet.js'
import { useShownToWords } from './shown-to-words.js'
import { useQuestion } from './use-question.js'
import { useCheckInForm } from './use-check-in-form.js'

/** Four questions and an open line, thirty seconds; every one of them may stay as it is. (CI1) */
export function CheckInForm({ of }: { readonly of: OwnCheckIn }) {
  const t = usePortalMessages()
  const navigate = useNavigate()
  const words = useShownToWords(of)
  const form = useCheckInForm(of, ({ answers, shownTo }) => {
    const said = answers === null ? t('checkIn.skipped') : t('checkIn.sent', { who: words.sentence(shownTo) })
    toasts.add({ kind: 'done', words: said })
    void navigate(paths.home)
  })
  const [isChoosing, setIsChoosing] = useState(false)
  const name = words.practitioners
  const question = useQuestion(name)
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    if (!form.isSending && !form.isEmpty) form.send()
  }
  return (
    <form className="pt-check-in" onSubmit={send} noValidate>
      <h2>{t('checkIn.title')}</h2>
      <p className="ac-muted">{t('checkIn.lead', { name })}</p>
      {ASPECTS.map((aspect) => (
        <AnswerSlider
          key={aspect}
          question={question(aspect)}
          low={t(`checkIn.${aspect}.low`)}
          high={t(`checkIn.${aspect}.high`)}
          value={form.answers.ratings[aspect]}
          onAnswer={(value) => form.answer(aspect, value)}
        />
      ))}
      <OpenLine
        value={form.words}
        onChange={form.writeWords}
        of={of}
        standing={form.shownTo}
        onChoose={() => setIsChoosing(true)}
      />
      <p className="ac-muted pt-check-in-aid">{t('checkIn.aid')}</p>
      <div className="ac-portal-actions pt-check-in-foot">
        <p role="alert" className="pt-comfort-trouble">
          {form.error !== null && (
            <>
              <AlertIcon size={18} />
              {failureWords(t, form.error)}
            </>
          )}
        </p>
        <Button kind="primary" size="large" block type="submit" isDisabled={form.isEmpty}>
          {t(form.isSending ? 'checkIn.sending' : of.mine?.answers ? 'checkIn.sendAgain' : 'checkIn.send')}
        </Button>
        {!of.mine?.answers && (
          <Button kind="quiet" block onPress={form.skip}>
            {t('checkIn.skip')}
          </Button>
        )}
      </div>
      {isChoosing && (
        <ShownToSheet
          of={of}
          chosen={form.shownTo}
          onChoose={form.setShownTo}
          onClose={() => setIsChoosing(false)}
        />
      )}
    </form>
  )
}

interface OpenLineProps {
  readonly value: string
  readonly onChange: (words: string) => void
  readonly of: OwnCheckIn
  readonly standing: Parameters<ReturnType<typeof useShownToWords>['sentence']>[0]
  readonly onChoose: () => void
}

/** The open line, with whom all of this is for along its edge. (CI3) */
function OpenLine({ value, onChange, of, standing, onChoose }: OpenLineProps) {
  const t = usePortalMessages()
  const { person } = useSelf()
  const { sentence } = useShownToWords(of)
  const sentenceId = useId()
  const readers = of.people.filter(({ relation }) => standing !== 'supervisor' || relation === standing)
  const discs = (
    <span className="ac-readers-discs" aria-hidden="true">
      <Avatar name={person.name} relation="client" isPresent size="small" />
      {readers.map((one) => (
        <Avatar key={one.person} {...one} isPresent={standing !== 'after-talk'} size="small" />
      ))}
    </span>
  )
  return (
    <TextField
      className="ac-readers-field pt-open-line"
      value={value}
      onChange={onChange}
      maxLength={LONGEST_OPEN_LINE}
      aria-describedby={sentenceId}
    >
      <Label className="ac-label">
        {t('checkIn.open')} <span className="ac-muted">{t('checkIn.optional')}</span>
      </Label>
      <ReadersBox
        standing="shared"
        discs={discs}
        sentence={<b>{sentence(standing)}</b>}
        sentenceId={sentenceId}
        action={
          <Button size="small" onPress={onChoose} aria-describedby={sentenceId}>
            {t('checkIn.change')}
          </Button>
        }
      >
        <TextArea dir="auto" rows={2} placeholder={t('checkIn.openHint')} />
      </ReadersBox>
    </TextField>
  )
}

/** Why it was not sent, and that nothing is lost. */
function failureWords(t: ReturnType<typeof usePortalMessages>, error: Error): string {
  const failure = failureOf(error)
  if (failure?.kind === 'unreachable') return t('checkIn.unreachable')
  if (failure?.code === 'case-closed') return t('checkIn.closed')
  return t(failure?.code === 'words-changed' ? 'checkIn.changedElsewhere' : 'checkIn.ours')
}
