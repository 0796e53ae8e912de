import { IconFrame, type IconProps } from './icon.js'

export function HistoryIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M4.1 8.2A8.8 8.8 0 1 1 3.2 12" />
      <path d="M3.6 3.6v4.8h4.8M12 7.2V12l3.3 2" />
    </IconFrame>
  )
}
