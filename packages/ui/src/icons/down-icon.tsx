import { IconFrame, type IconProps } from './icon.js'

export function DownIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="m5.5 9 6.5 6.5L18.5 9" />
    </IconFrame>
  )
}
