import { IconFrame, type IconProps } from './icon.js'

export function CommentIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M4 5.8A1.8 1.8 0 0 1 5.8 4h12.4A1.8 1.8 0 0 1 20 5.8v8.9a1.8 1.8 0 0 1-1.8 1.8H11l-4.6 3.7v-3.7h-.6A1.8 1.8 0 0 1 4 14.7z" />
    </IconFrame>
  )
}
