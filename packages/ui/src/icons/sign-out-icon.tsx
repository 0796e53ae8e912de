import { IconFrame, type IconProps } from './icon.js'

export function SignOutIcon(props: IconProps) {
  return (
    <IconFrame {...props} directional>
      <path d="M10 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h4M15.5 7.5 20 12l-4.5 4.500M20 12H9.5" />
    </IconFrame>
  )
}
