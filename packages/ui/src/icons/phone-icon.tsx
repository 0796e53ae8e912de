import { IconFrame, type IconProps } from './icon.js'

export function PhoneIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M6.5 3.8h2.6l1.5 4-1.9 1.6a12 12 0 0 0 5.9 5.9l1.6-1.9 4 1.5v2.6c0 1.2-1 2.2-2.2 2.1C10.4 19.200 4.800 13.600 4.400 6 4.300 4.800 5.300 3.800 6.500 3.800z" />
    </IconFrame>
  )
}
