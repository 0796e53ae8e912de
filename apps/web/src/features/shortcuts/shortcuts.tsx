import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { roomsOf } from '../../lib/rooms.js'
import { useSelf } from '../../lib/self-context.js'
import { ShortcutsContext } from '../../lib/shortcuts-context.js'
import { useSingleKeys } from '../../lib/use-single-keys.js'
import { ShortcutsDialog } from './shortcuts-dialog.js'
import { useRoomKeys } from './use-room-keys.js'

/** The keys that hold on every page, and the list of all keys. */
export function Shortcuts({ children }: { readonly children: ReactNode }) {
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const [hasSingleKeys, setSingleKeys] = useSingleKeys()
  const show = () => setOpen(true)
  const rooms = roomsOf(useSelf())
  useRoomKeys({ rooms, go: (address) => void navigate(address), showShortcuts: show }, hasSingleKeys)
  return (
    <ShortcutsContext value={show}>
      {children}
      {isOpen && (
        <ShortcutsDialog
          rooms={rooms}
          hasSingleKeys={hasSingleKeys}
          onSingleKeys={setSingleKeys}
          onClose={() => setOpen(false)}
        />
      )}
    </ShortcutsContext>
  )
}
