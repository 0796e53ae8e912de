import { IconFrame, type IconProps } from './icon.js'

export function DeskIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M3 6.5h8M15.5 6.5H21M3 12h3M10.5 12H21M3 17.5h9M16.5 17.5H21" />
      <path d="M13.3 4.3v4.4M8.3 9.8v4.4M14.3 15.3v4.4" />
    </IconFrame>
  )
}
