import { IconFrame, type IconProps } from './icon.js'

export function StepBackIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="m14 7-5 5 5 5" />
    </IconFrame>
  )
}
