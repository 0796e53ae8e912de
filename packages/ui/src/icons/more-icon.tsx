import { IconFrame, type IconProps } from './icon.js'

export function MoreIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M5.5 12h.01M12 12h.01M18.5 12h.01" strokeWidth="2.6" />
    </IconFrame>
  )
}
