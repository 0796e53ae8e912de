import type { ReactNode } from 'react'
import { Link } from 'react-aria-components'
import { LockIcon } from '../icons/lock-icon.js'

interface DraftLinkCardProps {
  readonly href: string
  /** Its short name; empty where it has none yet. */
  readonly name: string
  /** The words. */
  readonly children: ReactNode
  /** Since when it is a draft, and who can't see it. */
  readonly sentence: string
}

/** A goal that only its writer sees, in the portal's list: dashed where a shared one is solid. */
export function DraftLinkCard({ href, name, children, sentence }: DraftLinkCardProps) {
  return (
    <Link className="ac-goal-link ac-draft-link" href={href}>
      <span className="ac-goal-link-margin">
        <LockIcon size={22} />
      </span>
      <span className="ac-goal-link-body">
        {name !== '' && <b>{name}</b>}
        <span className="ac-goal-link-statement" dir="auto">
          <em>{children}</em>
        </span>
        <span className="ac-goal-link-sentence">{sentence}</span>
      </span>
    </Link>
  )
}
