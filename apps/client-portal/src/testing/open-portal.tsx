import { catalogue as uiCatalogue } from '@accord/ui/messages/compiled/en'
import { MessagesProvider } from '@accord/ui/messages/messages-provider'
import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { routes } from '../app/router.js'
import { createQueryClient } from '../lib/query-client.js'
import { catalogue } from '../messages/compiled/en.js'

const CATALOGUES = [uiCatalogue, catalogue]

/** The sentences of the portal round something that needs them. */
export function withMessages(children: ReactNode): ReactNode {
  return (
    <MessagesProvider locale="en-GB" timeZone="Europe/London" catalogues={CATALOGUES}>
      {children}
    </MessagesProvider>
  )
}

/** Opens the whole portal at an address, as a browser would. */
export function openPortal(address: string): { readonly address: () => string } {
  const router = createMemoryRouter(routes, { initialEntries: [address] })
  render(
    withMessages(
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>,
    ),
  )
  return { address: () => router.state.location.pathname }
}
