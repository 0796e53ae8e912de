import { useState } from 'react'
import type { Step } from '@accord/domain/goal/step'
import { halvesOf, sealSentence } from '../agreement/agreement-party.js'
import { VisuallyHidden } from '../controls/visually-hidden.js'
import { preloadGoalEditor } from '../goal-editor/lazy.js'
import type { GoalAtHand } from '../goal/goal-at-hand.js'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { Seal } from '../seal/seal.js'
import { StepAnswer } from './step-answer.js'
import { StepDialog } from './step-dialog.js'
import { StepDoers } from './step-doers.js'
import { StepMenu } from './step-menu.js'
import { dueWords, stepStanding } from './step-standing.js'
import { StepTick } from './step-tick.js'

interface StepRowProps {
  readonly at: GoalAtHand
  readonly step: Step
  /** The steps among which it can be moved. */
  readonly among: readonly Step[]
}

/** One step: done or not, what, who, by when, and its own small seal. */
export function StepRow({ at, step, among }: StepRowProps) {
  const t = useUiMessages()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const { voices, now } = at
  const standing = stepStanding(t, at, step)
  const words = step.text.text.trim()
  return (
    <div className="ac-step" data-done={step.done ? '' : undefined}>
      <StepTick at={at} step={step} />
      <div className="ac-step-words">
        <button
          type="button"
          className="ac-step-open"
          aria-haspopup="dialog"
          dir="auto"
          onPointerEnter={preloadGoalEditor}
          onClick={() => setOpen(true)}
        >
          {words === '' ? t('steps.unworded') : words}
          <Seal halves={halvesOf(standing.parties)} size={18} />
        </button>
        <VisuallyHidden>{sealSentence(t, format, standing.parties)}</VisuallyHidden>
        <StepAnswer at={at} step={step} {...standing} />
      </div>
      <StepDoers who={step.who} voices={voices} />
      <span className="ac-step-due ac-num">
        {step.due !== null && <time dateTime={step.due}>{dueWords(t, format, step.due, now)}</time>}
      </span>
      {at.mayWrite && <StepMenu at={at} step={step} among={among} onOpen={() => setOpen(true)} />}
      {isOpen && <StepDialog at={at} step={step} onClose={() => setOpen(false)} />}
    </div>
  )
}
