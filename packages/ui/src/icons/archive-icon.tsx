import { IconFrame, type IconProps } from './icon.js'

export function ArchiveIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <rect x="2.5" y="3.5" width="19" height="5" rx="1" />
      <path d="M4.5 8.500V18a2.5 2.5 0 0 0 2.5 2.500h10a2.5 2.5 0 0 0 2.5-2.500V8.500M10 12.500h4" />
    </IconFrame>
  )
}
