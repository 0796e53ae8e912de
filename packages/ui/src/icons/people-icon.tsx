import { IconFrame, type IconProps } from './icon.js'

export function PeopleIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <circle cx="9.5" cy="8.2" r="4.2" />
      <path d="M2.5 20.5a7 7 0 0 1 14 0M16 4.3a4.2 4.2 0 0 1 1.2 7.5M18.4 14.6a7 7 0 0 1 3.1 5.9" />
    </IconFrame>
  )
}
