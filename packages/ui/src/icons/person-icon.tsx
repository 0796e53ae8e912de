import { IconFrame, type IconProps } from './icon.js'

export function PersonIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M18 20.1a6 6 0 0 0-12 0" />
      <circle cx="12" cy="11" r="4" />
      <circle cx="12" cy="12" r="10" />
    </IconFrame>
  )
}
