import { IconFrame, type IconProps } from './icon.js'

export function CloudOffIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M10.9 5.3A7 7 0 0 1 15.7 10h1.8a4.5 4.5 0 0 1 4.2 6.1M18.8 18.8a4.5 4.5 0 0 1-1.3.2H9A7 7 0 0 1 5.8 5.8M2.5 2.5l19 19" />
    </IconFrame>
  )
}
