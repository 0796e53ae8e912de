import { IconFrame, type IconProps } from './icon.js'

export function ShieldAlertIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M12 3.2c2 1.6 4.3 2.4 7 2.5v6.6c0 4.2-2.7 6.9-7 8.5-4.3-1.6-7-4.3-7-8.5V5.7c2.7-.1 5-.9 7-2.5z" />
      <path d="M12 8v4.4M12 15.8v.1" />
    </IconFrame>
  )
}
