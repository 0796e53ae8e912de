import type { ReactNode } from 'react'
import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components'
import type { ButtonKind, ButtonSize } from './button.js'

export interface LinkProps extends Omit<AriaLinkProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode
}

/** Goes through the app's router where a react-aria `RouterProvider` stands above it. */
export function Link({ children, ...rest }: LinkProps) {
  return (
    <AriaLink {...rest} className="ac-link">
      {children}
    </AriaLink>
  )
}

interface ButtonLinkProps extends LinkProps {
  readonly kind?: ButtonKind
  readonly size?: ButtonSize
  readonly block?: boolean
  readonly icon?: ReactNode
}

/** A way somewhere else that looks like a button. */
export function ButtonLink({
  kind = 'secondary',
  size = 'medium',
  block,
  icon,
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <AriaLink
      {...rest}
      className="ac-button"
      data-kind={kind}
      data-size={size}
      data-block={block ? '' : undefined}
    >
      {icon}
      <span>{children}</span>
    </AriaLink>
  )
}
