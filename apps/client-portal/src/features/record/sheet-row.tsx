import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { ForwardIcon } from '@accord/ui/icons/forward-icon'

interface SheetRowProps {
  readonly icon: ReactNode
  readonly name: string
  readonly note: string
  readonly onPress: () => void
}

/** A row that opens a sheet. */
export function SheetRow({ icon, name, note, onPress }: SheetRowProps) {
  return (
    <AriaButton className="pt-row pt-row-button" onPress={onPress}>
      {icon}
      <span className="pt-row-body">
        <b>{name}</b>
        <span className="ac-muted">{note}</span>
      </span>
      <ForwardIcon size={20} />
    </AriaButton>
  )
}
