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
  /** Whose turn it is, when it is the reader's. */
  readonly lead?: string | undefined
  /** How it stands, in a sentence. */
  readonly sentence: string
  readonly tone?: 'quiet' | 'attention'
  /** Under all else: who changed it last, and when. */
  readonly meta?: string
}

/** One goal in the portal's list: all of it is the way in. */
export function GoalLinkCard(props: GoalLinkCardProps) {
  const { href, name, halves, children, lead, sentence, tone = 'quiet', meta } = props
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
          <span>
            {lead !== undefined && <b>{lead} </b>}
            {sentence}
          </span>
        </span>
        {meta !== undefined && <span className="ac-goal-link-meta">{meta}</span>}
      </span>
    </Link>
  )
}
