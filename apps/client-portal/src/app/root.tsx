import { useEffect, useRef } from 'react'
import { RouterProvider as LinkProvider } from 'react-aria-components'
import { Outlet, ScrollRestoration, useHref, useLocation, useNavigate } from 'react-router'
import { ToastRegion } from '@accord/ui/toast/toast-region'
import { PortalHelpContext } from '@accord/ui/shell/portal-shell'
import { paths } from '../lib/paths.js'
import { toasts } from '../lib/toasts.js'
import { usePortalMessages } from '../lib/use-portal-messages.js'

/** Round every page: links of the controls go through the router, and a new page is found by keyboard. */
export function Root() {
  const t = usePortalMessages()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  useFocusOnNewPage()
  // In the head of every page, whoever is signed in, network or not. (SA9)
  const help = pathname === paths.help ? null : { href: paths.help, label: t('help.open') }
  return (
    <LinkProvider navigate={(to) => void navigate(to)} useHref={useHref}>
      <PortalHelpContext value={help}>
        <Outlet />
      </PortalHelpContext>
      <ScrollRestoration />
      <ToastRegion queue={toasts} />
    </LinkProvider>
  )
}

/** After a move to another page the focus starts at its main part, unless the page has put it somewhere itself. */
function useFocusOnNewPage(): void {
  const { pathname } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    if (document.activeElement === document.body)
      document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname])
}
