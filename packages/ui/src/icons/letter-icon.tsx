import { IconFrame, type IconProps } from './icon.js'

export function LetterIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <rect x="2.5" y="4.5" width="19" height="15" rx="2" />
      <path d="m3 7 7.9 5.2a2 2 0 0 0 2.2 0L21 7" />
    </IconFrame>
  )
}
