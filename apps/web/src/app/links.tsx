import { RouterProvider as AriaRouter } from 'react-aria-components'
import { Outlet, ScrollRestoration, useHref, useNavigate } from 'react-router'

/** Lets every link of the design system go through the router. */
export function Links() {
  const navigate = useNavigate()
  return (
    <AriaRouter navigate={(path) => void navigate(path)} useHref={useHref}>
      <Outlet />
      <ScrollRestoration />
    </AriaRouter>
  )
}
