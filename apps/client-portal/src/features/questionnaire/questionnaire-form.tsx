import { useState } from 'react'
import { newlyUrgent, type GivenAnswers } from '@accord/domain/measure/asked'
import type { OwnQuestionnaire } from '@accord/domain/rest/measures'
import { Button } from '@accord/ui/controls/button'
import { useFormat } from '@accord/ui/messages/use-format'
import { HelpNow } from '../../lib/help-now.js'
import { firstName } from '../../lib/people.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import type { Saving } from './answer-saver.js'
import { OneQuestion } from './one-question.js'
import { ReadOver } from './read-over.js'
import { RefusedHere } from './refused-here.js'
import { areWith, useAnswers } from './use-answers.js'

interface QuestionnaireFormProps {
  readonly of: OwnQuestionnaire
  readonly onDone: (status: 'completed' | 'stopped', isUrgent: boolean) => void
}

/** One question a screen, any of which may be skipped; then all of it to read over, and to send. (ME5) */
export function QuestionnaireForm({ of, onDone }: QuestionnaireFormProps) {
  const t = usePortalMessages()
  const { questions } = of
  const [at, setAt] = useState(() => firstOpen(of))
  const form = useAnswers(of, (status, answers) => onDone(status, hasUrgent(of, answers)))
  const isUrgent = hasUrgent(of, form.answers)
  const question = questions[at]
  if (question === undefined) {
    return <ReadOver of={of} form={form} isUrgent={isUrgent} onChange={setAt} />
  }
  const value = form.answers[question.linkId] ?? null
  const isHard = of.alerts.some(({ item, from }) => item === question.linkId && (value ?? -Infinity) >= from)
  return (
    <>
      <Progress at={at} count={questions.length} />
      {at === 0 && <Beginning of={of} />}
      <OneQuestion
        key={question.linkId}
        question={question}
        value={value}
        onAnswer={(said) => form.answer(question.linkId, said)}
      />
      {isHard && <HelpNow reached={areWith(of, form) ? 'told' : 'waiting'} name={firstName(of.askedBy)} />}
      <SavingLine saving={form.saving} isKept={form.isKept} />
      <RefusedHere of={of} form={form} />
      <div className="pt-question-foot">
        <Button kind="primary" size="large" block onPress={() => setAt(at + 1)}>
          {t(value === null ? 'form.skip' : 'form.next')}
        </Button>
        {at > 0 && (
          <Button kind="quiet" block onPress={() => setAt(at - 1)}>
            {t('form.back')}
          </Button>
        )}
      </div>
    </>
  )
}

/** Whether something was answered after which help is shown. (SA5) */
function hasUrgent({ alerts }: OwnQuestionnaire, answers: GivenAnswers): boolean {
  return newlyUrgent({ ...NO_SCORING, alerts }, answers, []).length > 0
}

/** What alerts are found by, without anything of a score. */
const NO_SCORING = {
  items: [],
  itemRange: { min: 0, max: 0 },
  method: 'sum',
  mostMissing: 0,
  direction: 'lower-is-better',
} as const

/** Where it was left: the first that was not answered, or its end. */
function firstOpen({ questions, answers }: OwnQuestionnaire): number {
  const open = questions.findIndex(({ linkId }) => !(linkId in answers))
  return open < 0 ? questions.length : open
}

function Progress({ at, count }: { readonly at: number; readonly count: number }) {
  const t = usePortalMessages()
  return (
    <div className="pt-form-progress">
      <span className="ac-muted ac-small">{t('form.progress', { number: at + 1, count })}</span>
      <progress max={count} value={at + 1} aria-hidden="true" />
    </div>
  )
}

function Beginning({ of: { askedBy, readers } }: { readonly of: OwnQuestionnaire }) {
  const t = usePortalMessages()
  const format = useFormat()
  const names = format.list(readers.map(({ name }) => firstName(name)))
  return <p className="pt-form-beginning">{t('form.beginning', { name: firstName(askedBy), names })}</p>
}

/** Whether what was answered is with the practice; the words are there before anybody looks for them. */
function SavingLine({ saving, isKept }: { readonly saving: Saving; readonly isKept: boolean }) {
  const t = usePortalMessages()
  return (
    <p className="pt-form-saving ac-muted ac-small" role="status">
      {t(saving === 'offline' && isKept ? 'form.kept' : `form.${saving}`)}
    </p>
  )
}
