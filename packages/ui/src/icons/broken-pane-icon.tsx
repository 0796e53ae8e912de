import { IconFrame, type IconProps } from './icon.js'

/** A pane with a corner out of it: what isn't one's own, opened. */
export function BrokenPaneIcon(props: IconProps) {
  return (
    <IconFrame {...props}>
      <path d="M15.4 3H5.5A2.5 2.5 0 0 0 3 5.5v13A2.5 2.5 0 0 0 5.5 21h13a2.5 2.5 0 0 0 2.5-2.5V11" />
      <path d="M15.4 3l-2.2 4.1L21 11M13.2 7.1l-2.7 5.4M10.5 12.5L3 9.6M10.5 12.5l1.8 3.2M12.3 15.7L21 14M12.3 15.7L9.5 21" />
    </IconFrame>
  )
}
