import { render, type RenderResult } from '@testing-library/react'
import type { ReactNode } from 'react'
import { catalogue } from '../messages/compiled/en.js'
import { MessagesProvider } from '../messages/messages-provider.js'

const CATALOGUES = [catalogue]

/** Renders a component with its own English sentences. */
export function renderWithMessages(children: ReactNode): RenderResult {
  return render(
    <MessagesProvider locale="en-GB" timeZone="Europe/London" catalogues={CATALOGUES}>
      {children}
    </MessagesProvider>,
  )
}
