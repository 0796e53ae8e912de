import { IconFrame, type IconProps } from './icon.js'

export function AlertIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M12 3.6 2.9 19.2a1 1 0 0 0 .9 1.5h16.4a1 1 0 0 0 .9-1.5zM12 9.5v4.6M12 17.4h.01" />
    </IconFrame>
  )
}
