import type { ReactNode } from 'react'

export interface IconProps {
  /** Edge in px. */
  readonly size?: number
}

interface IconFrameProps extends IconProps {
  readonly children: ReactNode
  /** Points along the line of text, and so turns round in right-to-left scripts. */
  readonly directional?: boolean
}

/** The frame that every icon is drawn in: 24 units, stroke 1.5. The words beside an icon name it, so it is hidden. */
export function IconFrame({ size = 18, directional = false, children }: IconFrameProps) {
  return (
    <svg
      className={directional ? 'ac-icon ac-icon-directional' : 'ac-icon'}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}
