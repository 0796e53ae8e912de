import { IconFrame, type IconProps } from './icon.js'

export function PenIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M4 20l1.2-4.600L16.6 4a2 2 0 0 1 2.8 0l.6.6a2 2 0 0 1 0 2.800L8.6 18.800zM13 20.500h7.5" />
    </IconFrame>
  )
}
