import { IconFrame, type IconProps } from './icon.js'

export function StepForwardIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="m10 7 5 5-5 5" />
    </IconFrame>
  )
}
