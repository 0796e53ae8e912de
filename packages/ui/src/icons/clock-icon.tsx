import { IconFrame, type IconProps } from './icon.js'

export function ClockIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5l3.2 2" />
    </IconFrame>
  )
}
