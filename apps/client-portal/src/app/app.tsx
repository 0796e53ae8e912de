import { MessagesProvider } from '@accord/ui/messages/messages-provider'
import { catalogue as uiCatalogue } from '@accord/ui/messages/compiled/en'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from 'react-router'
import { catalogue } from '../messages/compiled/en.js'
import { createPortalRouter } from './router.js'

const CATALOGUES = [uiCatalogue, catalogue]
const router = createPortalRouter()

export function App({ client }: { readonly client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <MessagesProvider locale="en-GB" catalogues={CATALOGUES}>
        <RouterProvider router={router} />
      </MessagesProvider>
    </QueryClientProvider>
  )
}
