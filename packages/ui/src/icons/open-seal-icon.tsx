import { IconFrame, type IconProps } from './icon.js'

export function OpenSealIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M15 7h2a5 5 0 0 1 0 10h-2M9 17H7A5 5 0 0 1 7 7h2" />
    </IconFrame>
  )
}
