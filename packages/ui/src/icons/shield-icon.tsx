import { IconFrame, type IconProps } from './icon.js'

export function ShieldIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M12 21.4c-4.6-1.5-8-4-8-8.9V6.3c3 0 5.8-1.3 8-3.2 2.2 1.9 5 3.2 8 3.2v6.2c0 4.9-3.4 7.4-8 8.9Z" />
      <path d="m9 12 2.1 2.1L15.2 10" />
    </IconFrame>
  )
}
