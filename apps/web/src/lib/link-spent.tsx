import type { ReactNode } from 'react'
import { LockIcon } from '@accord/ui/icons/lock-icon'

interface LinkSpentProps {
  readonly title: string
  readonly sentence: string
  readonly actions: ReactNode
}

/** A link that was used, replaced or is too old: what is so, and what to do now. (CL7) */
export function LinkSpent({ title, sentence, actions }: LinkSpentProps) {
  return (
    <div className="ac-state ac-state-start">
      <span className="ac-state-icon">
        <LockIcon size={30} />
      </span>
      <h1 className="ac-heading">{title}</h1>
      <p>{sentence}</p>
      <div className="ac-state-actions">{actions}</div>
    </div>
  )
}
