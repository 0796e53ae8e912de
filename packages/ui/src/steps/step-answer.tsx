import { useState } from 'react'
import type { AnswerKind } from '@accord/domain/agreement/answer'
import type { Step } from '@accord/domain/goal/step'
import { viewerOf, othersNamed } from '../agreement/agreement-party.js'
import { AnswerDialog } from '../agreement/answer-dialog.js'
import { OthersAnswers } from '../agreement/others-answers.js'
import { blockSentence } from '../agreement/agreement-block.js'
import { Button } from '../controls/button.js'
import type { GoalAtHand } from '../goal/goal-at-hand.js'
import { GoalStatus } from '../goal/goal-status.js'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { type StepStanding, stepAnswer } from './step-standing.js'

interface StepAnswerProps extends StepStanding {
  readonly at: GoalAtHand
  readonly step: Step
  /** Also while nobody has answered yet. */
  readonly isWhole?: boolean
}

/** A step's own agreement, said in words, with every answer as near as the yes. Quiet once it is agreed. (AG5, AG10) */
export function StepAnswer({ at, step, standing, parties, blocked, isWhole = false }: StepAnswerProps) {
  const t = useUiMessages()
  const format = useFormat()
  const [isAnswering, setAnswering] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const { live, view } = at
  // Whoever only reads here, in a case that ended or in a copy, is asked for no answer.
  const viewer = at.mayWrite ? viewerOf(parties) : undefined
  const isTold = standing === 'lapsed' || parties.some(({ answer }) => answer !== null)
  const stale = isAsked ? view.notSaved.findIndex(({ code }) => code === 'words-changed') : -1
  const give = (answer: AnswerKind, reason: string | null) => {
    setAsked(true)
    live.command(stepAnswer(at, step, answer, reason))
  }
  if (standing === 'no-words' || (!isWhole && (standing === 'agreed' || !isTold || step.done))) return null
  const hasAgreed = viewer?.answer?.kind === 'agree'
  return (
    <div className="ac-step-answer">
      {stale >= 0 && (
        <p role="alert">
          {t('steps.stale')}{' '}
          <Button kind="quiet" size="small" onPress={() => live.dismissRefused(stale)}>
            {t('steps.staleRead')}
          </Button>
        </p>
      )}
      <GoalStatus standing={standing} parties={parties} reason={null} />
      <OthersAnswers parties={parties} />
      {viewer !== undefined && !hasAgreed && (
        <Button
          size="small"
          isDisabled={blocked !== undefined}
          aria-label={t('steps.agreeTo', { step: step.text.text })}
          onPress={() => give('agree', null)}
        >
          {t('steps.agree')}
        </Button>
      )}
      {viewer !== undefined && (
        <Button
          kind="quiet"
          size="small"
          aria-label={t(hasAgreed ? 'steps.takeBackOf' : 'steps.answerTo', { step: step.text.text })}
          onPress={() => setAnswering(true)}
        >
          {t(hasAgreed ? 'agreement.takeBack' : 'steps.otherAnswer')}
        </Button>
      )}
      {blocked !== undefined && viewer !== undefined && !hasAgreed && (
        <p className="ac-muted ac-small">{blockSentence(t, blocked)}</p>
      )}
      {isAnswering && (
        <AnswerDialog
          initial="not-yet"
          readers={othersNamed(parties, format)}
          onClose={() => setAnswering(false)}
          onSend={(answer, reason) => {
            setAnswering(false)
            give(answer, reason)
          }}
        />
      )}
    </div>
  )
}
