import { IconFrame, type IconProps } from './icon.js'

export function NextIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M19 4.5v15M5 6v12a1 1 0 0 0 1.5.9l9.2-6a1 1 0 0 0 0-1.8l-9.2-6A1 1 0 0 0 5 6Z" />
    </IconFrame>
  )
}
