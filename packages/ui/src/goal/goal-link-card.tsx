import type { ReactNode } from 'react'
import { Link } from 'react-aria-components'
import { OpenSealIcon } from '../icons/open-seal-icon.js'
import { Seal } from '../seal/seal.js'
import type { SealHalf } from '../seal/seal-half.js'

export interface GoalLinkCardProps {
  readonly href: string
  readonly name: string
  readonly halves: readonly SealHalf[]
  /** The statement. */
  readonly children: ReactNode
  /** How it stands, in a sentence. */
  readonly sentence: string
  readonly tone?: 'quiet' | 'attention'
}

/** One goal in the portal's list: all of it is the way in. */
export function GoalLinkCard({ href, name, halves, children, sentence, tone = 'quiet' }: GoalLinkCardProps) {
  return (
    <Link className="ac-goal-link" href={href}>
      <span className="ac-goal-link-margin">
        <Seal halves={halves} size={44} />
      </span>
      <span className="ac-goal-link-body">
        <b>{name}</b>
        <span className="ac-goal-link-statement" dir="auto">
          {children}
        </span>
        <span className="ac-goal-link-sentence" data-tone={tone}>
          {tone === 'attention' && <OpenSealIcon size={16} />}
          <span>{sentence}</span>
        </span>
      </span>
    </Link>
  )
}
