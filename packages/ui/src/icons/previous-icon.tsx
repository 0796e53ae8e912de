import { IconFrame, type IconProps } from './icon.js'

export function PreviousIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M5 4.5v15M19 6v12a1 1 0 0 1-1.5.9L8.3 12.9a1 1 0 0 1 0-1.8l9.2-6A1 1 0 0 1 19 6Z" />
    </IconFrame>
  )
}
