import { IconFrame, type IconProps } from './icon.js'

export function HomeIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M4 10.8 12 4l8 6.8V20a.8.8 0 0 1-.8.8H4.8A.8.8 0 0 1 4 20zM9.5 20.5v-6h5v6" />
    </IconFrame>
  )
}
