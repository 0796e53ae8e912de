import { IconFrame, type IconProps } from './icon.js'

export function GoalsIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M10.8 4.1A8 8 0 0 0 10.8 19.9M13.2 4.1a8 8 0 0 1 0 15.8M8.7 12.2l2.4 2.4 4.3-4.8" />
    </IconFrame>
  )
}
