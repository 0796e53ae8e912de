import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { MemoryRouter } from 'react-router'
import type { Self } from '@accord/domain/rest/self'
import { catalogue as uiCatalogue } from '@accord/ui/messages/compiled/en'
import { MessagesProvider } from '@accord/ui/messages/messages-provider'
import { createQueryClient } from '../lib/query-client.js'
import { SelfContext } from '../lib/self-context.js'
import { catalogue } from '../messages/compiled/en.js'

const CATALOGUES = [uiCatalogue, catalogue]

/** A part of a page, before a server that answers by path. */
export function renderPart(self: Self, part: ReactNode, answers: Readonly<Record<string, unknown>>): void {
  globalThis.fetch = (input) => {
    const path = input instanceof Request ? input.url : String(input)
    return Promise.resolve(new Response(JSON.stringify(answers[path])))
  }
  render(
    <MessagesProvider locale="en-GB" timeZone="Europe/London" catalogues={CATALOGUES}>
      <QueryClientProvider client={createQueryClient(0)}>
        <SelfContext value={self}>
          <MemoryRouter>{part}</MemoryRouter>
        </SelfContext>
      </QueryClientProvider>
    </MessagesProvider>,
  )
}
