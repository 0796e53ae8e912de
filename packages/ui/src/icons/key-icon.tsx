import { IconFrame, type IconProps } from './icon.js'

export function KeyIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <circle cx="8" cy="15.5" r="4.5" />
      <path d="m11.2 12.3 8.3-8.3M16 7.5l2.7 2.7M19.5 4l1.5 1.5" />
    </IconFrame>
  )
}
