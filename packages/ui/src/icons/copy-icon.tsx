import { IconFrame, type IconProps } from './icon.js'

export function CopyIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <rect x="8.5" y="8.5" width="12" height="12" rx="2" />
      <path d="M15.5 8.500V5.500a2 2 0 0 0-2-2h-8a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h3" />
    </IconFrame>
  )
}
