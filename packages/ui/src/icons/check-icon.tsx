import { IconFrame, type IconProps } from './icon.js'

export function CheckIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M5 12.8 9.6 17.4 19 7" />
    </IconFrame>
  )
}
