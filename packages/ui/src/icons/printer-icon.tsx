import { IconFrame, type IconProps } from './icon.js'

export function PrinterIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M7 9V3.5h10V9" />
      <path d="M7 17.500H5a1.500 1.500 0 0 1-1.500-1.500v-5.500A1.500 1.500 0 0 1 5 9h14a1.500 1.500 0 0 1 1.500 1.500V16a1.500 1.500 0 0 1-1.500 1.500h-2" />
      <path d="M7 14h10v6.500H7z" />
    </IconFrame>
  )
}
