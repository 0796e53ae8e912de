import { saidOf } from '@accord/domain/measure/answers-in-words'
import type { OwnQuestionnaire } from '@accord/domain/rest/measures'
import { Button } from '@accord/ui/controls/button'
import { AlertIcon } from '@accord/ui/icons/alert-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { HelpNow } from '../../lib/help-now.js'
import { firstName } from '../../lib/people.js'
import { failureOf } from '../../lib/request.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { RefusedHere } from './refused-here.js'
import { areWith, type useAnswers } from './use-answers.js'

interface ReadOverProps {
  readonly of: OwnQuestionnaire
  readonly form: ReturnType<typeof useAnswers>
  readonly isUrgent: boolean
  /** Goes back to one of the questions. */
  readonly onChange: (at: number) => void
}

/** All of it once more, who reads it, and then it is sent. (ME5, ME6) */
export function ReadOver({ of, form, isUrgent, onChange }: ReadOverProps) {
  const t = usePortalMessages()
  const format = useFormat()
  const { questions, readers, copyright } = of
  const { answers, isSending, error, finish } = form
  const isEmpty = Object.values(answers).every((value) => value === null)
  const isAway = failureOf(error)?.kind === 'unreachable'
  return (
    <>
      <h2 className="pt-form-title">{t('form.readOver')}</h2>
      {isUrgent && <HelpNow reached={areWith(of, form) ? 'told' : 'waiting'} name={firstName(of.askedBy)} />}
      <ol className="pt-form-said">
        {questions.map((question, at) => (
          <li key={question.linkId}>
            <span className="ac-muted" dir="auto">
              {question.text}
            </span>
            <span className="pt-form-answer">
              <b dir="auto">{saidOf(question, answers[question.linkId] ?? null) ?? t('form.leftOut')}</b>
              <Button
                kind="quiet"
                size="small"
                aria-label={t('form.changeNamed', { number: at + 1 })}
                onPress={() => onChange(at)}
              >
                {t('form.change')}
              </Button>
            </span>
          </li>
        ))}
      </ol>
      <p className="ac-muted ac-small">
        {t('form.readers', { names: format.list(readers.map(({ name }) => firstName(name))) })}
      </p>
      <div role="alert" className="pt-form-trouble">
        {error !== null && form.refused === null && (
          <p>
            <AlertIcon size={20} />
            <span>{t(!isAway ? 'form.notSent' : form.isKept ? 'form.kept' : 'form.offline')}</span>
          </p>
        )}
      </div>
      <RefusedHere of={of} form={form} />
      <div className="pt-question-foot">
        <Button
          kind="primary"
          size="large"
          block
          isPending={isSending}
          isDisabled={isEmpty}
          onPress={() => finish('completed')}
        >
          {t('form.send')}
        </Button>
        {of.status !== 'completed' && of.status !== 'amended' && (
          <Button kind="quiet" block onPress={() => finish('stopped')}>
            {t('form.notNow')}
          </Button>
        )}
      </div>
      <p className="pt-form-notice ac-muted ac-small">{copyright}</p>
    </>
  )
}
