import { IconFrame, type IconProps } from './icon.js'

export function LockIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <rect x="4" y="11" width="16" height="9.5" rx="2" />
      <path d="M7.5 11V7.5a4.5 4.5 0 0 1 9 0V11" />
    </IconFrame>
  )
}
