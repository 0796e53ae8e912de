import type { ReactNode } from 'react'
import type { GoalAtHand } from './goal-at-hand.js'

interface PartHeadingProps {
  readonly at: Pick<GoalAtHand, 'headingLevel'>
  readonly children: ReactNode
}

/** The heading of a goal's steps, progress or conversation. */
export function PartHeading({ at, children }: PartHeadingProps) {
  const Heading = at.headingLevel === 2 ? 'h2' : 'h4'
  return <Heading className="ac-subheading">{children}</Heading>
}
