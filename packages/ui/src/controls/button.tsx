import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly kind?: ButtonKind
  readonly size?: ButtonSize
  /** Takes the whole width of its place. */
  readonly block?: boolean
  readonly icon?: ReactNode
  readonly children: ReactNode
  /**
   * Id of the sentence that says why this can't be pressed now. The button stays focusable, so that the reason
   * can be found by keyboard and is read out with it.
   */
  readonly blockedBy?: string | undefined
  readonly ref?: Ref<HTMLButtonElement>
}

/** Acts in the ink of whoever acts: `primary` is filled with the page's voice. */
export function Button({
  kind = 'secondary',
  size = 'medium',
  block,
  icon,
  children,
  blockedBy,
  ...rest
}: ButtonProps) {
  const blocked =
    blockedBy === undefined
      ? {}
      : { 'aria-disabled': true as const, 'aria-describedby': blockedBy, onPress: () => undefined }
  return (
    <AriaButton
      {...rest}
      {...blocked}
      className="ac-button"
      data-kind={kind}
      data-size={size}
      data-block={block ? '' : undefined}
    >
      {icon}
      <span>{children}</span>
    </AriaButton>
  )
}
