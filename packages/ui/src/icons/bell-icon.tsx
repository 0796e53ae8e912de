import { IconFrame, type IconProps } from './icon.js'

export function BellIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.6 1.9H4.4zM10 20.6a2.2 2.2 0 0 0 4 0" />
    </IconFrame>
  )
}
