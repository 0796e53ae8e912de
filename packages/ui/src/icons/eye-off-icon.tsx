import { IconFrame, type IconProps } from './icon.js'

export function EyeOffIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M9.9 5.8A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-2.6 3.3M6.2 7.2A16.6 16.6 0 0 0 2.5 12S6 18.5 12 18.500a9 9 0 0 0 4.3-1.100M9.9 9.900a3 3 0 0 0 4.2 4.200M3 3l18 18" />
    </IconFrame>
  )
}
