import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useMatch } from 'react-router'
import type { CaseId } from '@accord/domain/ids'
import { FrameFindContext } from '../../lib/frame.js'
import { isForPage, isHeld } from '../../lib/keys.js'
import { noteOpened } from '../../lib/opened-cases.js'
import { useSelf } from '../../lib/self-context.js'
import { FinderButton } from './finder-button.js'

/** The list and its search come when somebody first looks for something. */
const FinderDialog = lazy(async () => ({ default: (await import('./finder-dialog.js')).FinderDialog }))

/** Ctrl/⌘ K on every page of who has clients; administrators have none to find. (AC3) */
export function Finder({ children }: { readonly children: ReactNode }) {
  const { person, roles } = useSelf()
  const [isOpen, setOpen] = useState(false)
  const hasClients = roles.includes('practitioner') || roles.includes('supervisor')
  const opened = useMatch('/clients/:caseId/*')?.params.caseId
  useEffect(() => {
    if (opened !== undefined) noteOpened(person.id, opened as CaseId)
  }, [opened, person.id])
  useEffect(() => {
    if (!hasClients) return undefined
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !isHeld(event) || event.shiftKey || event.altKey) return
      if (!isForPage(event)) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [hasClients])
  return (
    <FrameFindContext value={hasClients ? <FinderButton onPress={() => setOpen(true)} /> : null}>
      {children}
      {isOpen && (
        <Suspense>
          <FinderDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </FrameFindContext>
  )
}
