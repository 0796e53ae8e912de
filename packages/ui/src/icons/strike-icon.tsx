import { IconFrame, type IconProps } from './icon.js'

export function StrikeIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M16.5 4.5H9.6A3.4 3.4 0 0 0 6.8 9M14 12a3.9 3.9 0 0 1 0 7.7H6.2M4 12h16" />
    </IconFrame>
  )
}
