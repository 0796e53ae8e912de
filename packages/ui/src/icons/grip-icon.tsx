import { IconFrame, type IconProps } from './icon.js'

export function GripIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M9 6h.01M9 12h.01M9 18h.01M15 6h.01M15 12h.01M15 18h.01" strokeWidth="2.6" />
    </IconFrame>
  )
}
