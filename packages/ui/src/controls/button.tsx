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
  /** While what was asked is on its way it can't be pressed again, and keeps the focus. */
  readonly isPending?: boolean
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
  isPending = false,
  ...rest
}: ButtonProps) {
  const blocked =
    blockedBy === undefined
      ? {}
      : { 'aria-disabled': true as const, 'aria-describedby': blockedBy, onPress: () => undefined }
  // The library's own pending state would announce a progress bar that isn't there, by a name that nothing has.
  const pending = isPending
    ? { 'aria-disabled': true as const, type: 'button' as const, onPress: () => undefined }
    : {}
  return (
    <AriaButton
      {...rest}
      {...blocked}
      {...pending}
      className="ac-button"
      data-kind={kind}
      data-size={size}
      data-block={block ? '' : undefined}
      data-pending={isPending ? '' : undefined}
    >
      {icon}
      <span>{children}</span>
    </AriaButton>
  )
}
