import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'

export interface IconButtonProps extends Omit<
  AriaButtonProps,
  'className' | 'style' | 'children' | 'aria-label'
> {
  /** What it does, for who can't see the icon. */
  readonly label: string
  readonly size?: 'small' | 'medium'
  readonly children: ReactNode
}

export function IconButton({ label, size = 'medium', children, ...rest }: IconButtonProps) {
  return (
    <AriaButton
      {...rest}
      aria-label={label}
      className="ac-button ac-button-icon"
      data-kind="quiet"
      data-size={size}
    >
      {children}
    </AriaButton>
  )
}
