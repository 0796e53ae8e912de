import type { ReactNode } from 'react'

/** A person's tone says whose; `attention` and `danger` are about the work; the others are quiet. */
export type ChipTone = 'practitioner' | 'client' | 'supervisor' | 'attention' | 'danger' | 'quiet' | 'outline'

export interface ChipProps {
  readonly tone?: ChipTone
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A status in words; its colour only repeats them. */
export function Chip({ tone = 'quiet', icon, children }: ChipProps) {
  return (
    <span className="ac-chip" data-tone={tone}>
      {icon}
      {children}
    </span>
  )
}
