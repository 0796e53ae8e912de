import type { ReactNode } from 'react'
import { PeopleIcon } from '@accord/ui/icons/people-icon'

interface DeskEmptyProps {
  readonly title: string
  readonly sentence: string
  readonly actions?: ReactNode
  /** People where it is about people. */
  readonly icon?: ReactNode
}

/** Nothing here yet, in plain ink: the desk shows no seals, as it has no part in what they stand for. (AC3) */
export function DeskEmpty({ title, sentence, actions, icon = <PeopleIcon size={34} /> }: DeskEmptyProps) {
  return (
    <div className="ac-state ac-state-centre web-desk-empty">
      {icon}
      <h2 className="ac-heading">{title}</h2>
      <p>{sentence}</p>
      {actions !== undefined && <div className="ac-state-actions">{actions}</div>}
    </div>
  )
}
