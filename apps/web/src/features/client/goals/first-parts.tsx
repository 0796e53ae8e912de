import { useState } from 'react'
import { Button } from '@accord/ui/controls/button'
import { SayDialog } from '@accord/ui/conversation/say-dialog'
import type { GoalAtHand } from '@accord/ui/goal/goal-at-hand'
import { PlusIcon } from '@accord/ui/icons/plus-icon'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { DescribeDialog } from '@accord/ui/scale/describe-dialog'
import { StepAdder } from '@accord/ui/steps/step-adder'

interface FirstPartsProps {
  readonly at: GoalAtHand
  /** The first of them was made. */
  readonly onBegun: () => void
}

/** Under a goal that is words alone: what could come next. */
export function FirstParts({ at, onBegun }: FirstPartsProps) {
  const ui = useUiMessages()
  const [dialog, setDialog] = useState<'describe' | 'ask' | null>(null)
  const close = () => setDialog(null)
  return (
    <div className="web-parts web-fold">
      <StepAdder at={at} onAdded={onBegun} />
      <Button kind="quiet" size="small" icon={<PlusIcon size={16} />} onPress={() => setDialog('describe')}>
        {ui('scale.describe')}
      </Button>
      <Button kind="quiet" size="small" icon={<PlusIcon size={16} />} onPress={() => setDialog('ask')}>
        {ui('talk.say.question')}
      </Button>
      {dialog === 'describe' && <DescribeDialog at={at} onClose={close} />}
      {dialog === 'ask' && <SayDialog at={at} saying="question" onClose={close} />}
    </div>
  )
}
