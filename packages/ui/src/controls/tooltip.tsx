import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'

export interface TooltipProps {
  readonly words: string
  /** A control of this package; it keeps its own name. */
  readonly children: ReactElement
}

export function Tooltip({ words, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500}>
      {children}
      <AriaTooltip className="ac-tooltip" offset={6}>
        {words}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
