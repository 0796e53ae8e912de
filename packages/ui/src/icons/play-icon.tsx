import { IconFrame, type IconProps } from './icon.js'

export function PlayIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M7 4.6v14.8a.9.9 0 0 0 1.4.8l11.3-7.4a.9.9 0 0 0 0-1.6L8.4 3.8a.9.9 0 0 0-1.4.8Z" />
    </IconFrame>
  )
}
