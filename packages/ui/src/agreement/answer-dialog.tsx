import { useState } from 'react'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import { Button } from '../controls/button.js'
import { Dialog } from '../controls/dialog.js'
import { TextField } from '../controls/text-field.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { OTHER_ANSWERS, type OtherAnswer } from './agreement-party.js'

export interface AnswerDialogProps {
  /** The answer that was pressed; the person may still choose another. */
  readonly initial: OtherAnswer
  /** Who will read it. */
  readonly readers: string
  readonly onSend: (answer: OtherAnswer, reason: string | null) => void
  readonly onClose: () => void
}

/** "Not yet", "I need more time", "I see it differently", with a reason for those who want to give one. (AG5) */
export function AnswerDialog({ initial, readers, onSend, onClose }: AnswerDialogProps) {
  const t = useUiMessages()
  const [answer, setAnswer] = useState<OtherAnswer>(initial)
  const [reason, setReason] = useState('')
  const choose = (value: string) => setAnswer(OTHER_ANSWERS.find((kind) => kind === value) ?? initial)
  return (
    <Dialog
      title={t('agreement.answer.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onPress={() => onSend(answer, reason.trim() === '' ? null : reason.trim())}>
            {t('agreement.answer.send')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t('dialog.cancel')}
          </Button>
        </>
      }
    >
      <p className="ac-muted">{t('agreement.answer.sub', { name: readers })}</p>
      <RadioGroup
        className="ac-answers"
        aria-label={t('agreement.answer.choices')}
        value={answer}
        onChange={choose}
      >
        {OTHER_ANSWERS.map((kind) => (
          <RadioField key={kind} value={kind}>
            <RadioButton className="ac-answer">{t(`agreement.answer.${kind}`)}</RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      <TextField
        label={t('agreement.answer.reason')}
        description={t('agreement.answer.reasonHint', { name: readers })}
        lines={3}
        value={reason}
        onChange={setReason}
        maxLength={500}
      />
    </Dialog>
  )
}
