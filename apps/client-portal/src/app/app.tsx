import { MessagesProvider } from '@accord/ui/messages/messages-provider'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from 'react-router'
import { useCatalogues } from '../lib/words.js'
import { createPortalRouter } from './router.js'

const router = createPortalRouter()

export function App({ client }: { readonly client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <MessagesProvider locale="en-GB" catalogues={useCatalogues()}>
        <RouterProvider router={router} />
      </MessagesProvider>
    </QueryClientProvider>
  )
}
