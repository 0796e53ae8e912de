import { RouterProvider as AriaRouter } from 'react-aria-components'
import { Outlet, ScrollRestoration, useHref, useNavigate } from 'react-router'

/** Lets every link of the design system go through the router. */
export function Links() {
  const navigate = useNavigate()
  return (
    <AriaRouter navigate={(path) => void navigate(path)} useHref={useAddress}>
      <Outlet />
      <ScrollRestoration />
    </AriaRouter>
  )
}

/** The other app has an origin of its own, which is no address of this one. */
function useAddress(href: string): string {
  const inside = useHref(href)
  return /^https?:\/\//.test(href) ? href : inside
}
