import { Button } from 'react-aria-components'
import { PenIcon } from '../icons/pen-icon.js'

interface NewGoalPromptProps {
  /** The question that starts a goal. */
  readonly words: string
  readonly onPress: () => void
}

/** An empty line to write on; pressing it starts a goal. */
export function NewGoalPrompt({ words, onPress }: NewGoalPromptProps) {
  return (
    <Button className="ac-new-goal" onPress={onPress}>
      <span>{words}</span>
      <PenIcon size={22} />
    </Button>
  )
}
