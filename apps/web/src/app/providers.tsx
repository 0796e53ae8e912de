import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type createBrowserRouter, RouterProvider } from 'react-router'
import { MessagesProvider } from '@accord/ui/messages/messages-provider'
import { catalogue as uiCatalogue } from '@accord/ui/messages/compiled/en'
import { ToastRegion } from '@accord/ui/toast/toast-region'
import { toasts } from '../lib/toasts.js'
import { catalogue } from '../messages/compiled/en.js'

const CATALOGUES = [uiCatalogue, catalogue]

interface ProvidersProps {
  readonly router: ReturnType<typeof createBrowserRouter>
  readonly queries: QueryClient
}

/** Everything that a page expects above itself. */
export function Providers({ router, queries }: ProvidersProps) {
  return (
    <QueryClientProvider client={queries}>
      <MessagesProvider locale="en-GB" catalogues={CATALOGUES}>
        <RouterProvider router={router} />
        <ToastRegion queue={toasts} />
      </MessagesProvider>
    </QueryClientProvider>
  )
}
