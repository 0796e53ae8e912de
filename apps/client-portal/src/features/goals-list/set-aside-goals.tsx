import { type ReactNode, useId, useState } from 'react'
import { Button } from '@accord/ui/controls/button'
import { ArchiveIcon } from '@accord/ui/icons/archive-icon'

interface SetAsideGoalsProps {
  /** What they are and how many. */
  readonly words: string
  readonly children: ReactNode
}

/** Out of the way and never gone: one press shows them. */
export function SetAsideGoals({ words, children }: SetAsideGoalsProps) {
  const id = useId()
  const [isShown, setShown] = useState(false)
  return (
    <div className="pt-set-aside">
      <Button
        kind="quiet"
        block
        icon={<ArchiveIcon size={20} />}
        aria-expanded={isShown}
        aria-controls={id}
        onPress={() => setShown(!isShown)}
      >
        {words}
      </Button>
      <ul id={id} hidden={!isShown}>
        {children}
      </ul>
    </div>
  )
}
