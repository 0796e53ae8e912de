import { IconFrame, type IconProps } from './icon.js'

export function PauseIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M8 5v14M16 5v14" />
    </IconFrame>
  )
}
