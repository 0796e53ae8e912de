import { useId, useState } from 'react'
import { openQuestions } from '@accord/domain/goal/conversation'
import type { Goal } from '@accord/domain/goal/goal'
import { Chip } from '@accord/ui/controls/chip'
import type { GoalAtHand } from '@accord/ui/goal/goal-at-hand'
import { hasParts } from '@accord/ui/goal/goal-started'
import { GoalTalk } from '@accord/ui/conversation/goal-talk'
import { Button } from '@accord/ui/controls/button'
import { ForwardIcon } from '@accord/ui/icons/forward-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { GoalProgress } from '@accord/ui/scale/goal-progress'
import { shortRating } from '@accord/ui/scale/rating-words'
import { presentSeries } from '@accord/ui/scale/series'
import { SeriesLine } from '@accord/ui/scale/series-line'
import { SortableSteps } from '@accord/ui/steps/sortable-steps'
import { StepAdder } from '@accord/ui/steps/step-adder'
import { StepList } from '@accord/ui/steps/step-list'
import { presentSteps } from '@accord/ui/steps/step-standing'
import { StepsAside } from '@accord/ui/steps/steps-aside'
import { WhoseWords } from '@accord/ui/whose-words/whose-words'
import { useRoom } from '../room/room-context.js'
import { FirstParts } from './first-parts.js'
import { TakeComment } from './take-comment.js'

interface GoalPartsProps {
  readonly goal: Goal
  /** Unfolded until somebody folds it: where the words are agreed and nobody writes in them. */
  readonly isSettled: boolean
}

/** Under a goal's words and answers: its steps, where it stands, what is said beside it, whose words it is. */
export function GoalParts({ goal, isSettled }: GoalPartsProps) {
  const ui = useUiMessages()
  const room = useRoom()
  const panelId = useId()
  const [chosen, setChosen] = useState<boolean | null>(null)
  const at: GoalAtHand = { ...room, goal, headingLevel: 4 }
  const isOpen = chosen ?? isSettled
  if (!hasParts(goal)) return room.mayWrite ? <FirstParts at={at} onBegun={() => setChosen(true)} /> : null
  return (
    <div className="web-parts">
      <div className="web-fold">
        <Button
          kind="quiet"
          size="small"
          icon={<ForwardIcon size={16} />}
          aria-expanded={isOpen}
          aria-controls={panelId}
          onPress={() => setChosen(!isOpen)}
        >
          {ui('steps.count', { count: presentSteps(at).length })}
        </Button>
        {!isOpen && <Summary at={at} />}
      </div>
      <div id={panelId} hidden={!isOpen}>
        {isOpen && <OpenParts at={at} />}
      </div>
    </div>
  )
}

/** Folded: how far it has come in a line, and whether a question waits. */
function Summary({ at }: { readonly at: GoalAtHand }) {
  const ui = useUiMessages()
  const format = useFormat()
  const [head] = presentSeries(at.goal)
  const questions = openQuestions(at.goal.comments).length
  return (
    <>
      {head && (
        <span className="web-fold-progress">
          <SeriesLine at={at} series={head} />
          {ui('scale.progress', { rating: shortRating(ui, format, head.latest) })}
        </span>
      )}
      {questions > 0 && <Chip tone="attention">{ui('talk.questions', { count: questions })}</Chip>}
    </>
  )
}

function OpenParts({ at }: { readonly at: GoalAtHand }) {
  const ui = useUiMessages()
  const { goal, mayWrite, voices, viewer } = at
  const steps = presentSteps(at)
  const Steps = mayWrite ? SortableSteps : StepList
  return (
    <>
      <div className="web-parts-columns">
        <div>
          {steps.length > 0 && <Steps at={at} steps={steps} label={ui('steps.heading')} />}
          <div className="web-parts-tools">{mayWrite && <StepAdder at={at} />}</div>
          <StepsAside at={at} />
        </div>
        <GoalProgress at={at} />
      </div>
      <div className="web-parts-foot">
        <GoalTalk at={at} beside={(comment) => <TakeComment goal={goal} comment={comment} />} />
        <WhoseWords text={goal.statement} voices={voices} viewer={viewer} />
      </div>
    </>
  )
}
