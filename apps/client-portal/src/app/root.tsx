import { useEffect, useRef } from 'react'
import { RouterProvider as LinkProvider } from 'react-aria-components'
import { Outlet, ScrollRestoration, useHref, useLocation, useNavigate } from 'react-router'
import { ToastRegion } from '@accord/ui/toast/toast-region'
import { toasts } from '../lib/toasts.js'

/** Round every page: links of the controls go through the router, and a new page is found by keyboard. */
export function Root() {
  const navigate = useNavigate()
  useFocusOnNewPage()
  return (
    <LinkProvider navigate={(to) => void navigate(to)} useHref={useHref}>
      <Outlet />
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
