import { IconFrame, type IconProps } from './icon.js'

export function ForwardIcon(props: IconProps) {
  return (
    <IconFrame {...props} directional>
      <path d="M9.5 5.5 16 12l-6.5 6.5" />
    </IconFrame>
  )
}
