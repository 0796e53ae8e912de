import { lazy, Suspense, useState } from 'react'
import { IconButton } from '@accord/ui/controls/icon-button'
import { PersonIcon } from '@accord/ui/icons/person-icon'
import { useSelf } from '../../lib/self-context.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { withWords } from '../../lib/words.js'

/** Comes after the first screen, before somebody wants it. */
const AccountSheet = lazy(async () => ({
  default: (await withWords(import('./account-sheet.js'))).AccountSheet,
}))

/** The way to who is signed in, to what they chose and out. */
export function AccountMenu() {
  const t = usePortalMessages()
  const { person } = useSelf()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton label={t('account.open', { name: person.name })} onPress={() => setOpen(true)}>
        <PersonIcon size={26} />
      </IconButton>
      <Suspense>
        <AccountSheet isOpen={isOpen} onClose={() => setOpen(false)} />
      </Suspense>
    </>
  )
}
