import { IconFrame, type IconProps } from './icon.js'

export function ErrorIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7.6v5M12 16.2h.01" />
    </IconFrame>
  )
}
