import { IconFrame, type IconProps } from './icon.js'

export function BackIcon(props: IconProps) {
  return (
    <IconFrame {...props} directional>
      <path d="M14.5 5.5 8 12l6.5 6.5" />
    </IconFrame>
  )
}
