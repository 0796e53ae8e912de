import { render, type RenderResult, screen, waitFor, within } from '@testing-library/react'
import { createMemoryRouter } from 'react-router'
import { Providers } from '../app/providers.js'
import { ROUTES } from '../app/router.js'
import { createQueryClient } from '../lib/query-client.js'

/** What the server answers, by method and path; `down` is no answer at all. */
export type Answers = Record<string, Answer | (() => Answer)>
type Answer = 'down' | { readonly status: number; readonly body?: unknown }

export const ok = (body: unknown): Answer => ({ status: 200, body })
export const refusedWith = (status: number, code: string, retryAfter?: number): Answer => ({
  status,
  body: { code, message: code, retryAfter },
})

/** Opens the console at an address, before a server that gives these answers. */
export function renderConsole(address: string, answers: Answers): RenderResult {
  globalThis.fetch = (input, init) => {
    const path = input instanceof Request ? input.url : String(input)
    const found = answers[`${init?.method ?? 'GET'} ${path}`]
    const answer = typeof found === 'function' ? found() : found
    if (answer === undefined) return Promise.reject(new Error(`nobody expected ${path}`))
    if (answer === 'down') return Promise.reject(new TypeError('Failed to fetch'))
    const body = answer.body === undefined ? null : JSON.stringify(answer.body)
    return Promise.resolve(new Response(body, { status: answer.status }))
  }
  window.scrollTo = () => undefined
  const router = createMemoryRouter(ROUTES, { initialEntries: [address] })
  return render(<Providers router={router} queries={createQueryClient(0)} />)
}

/** What the page itself says has gone wrong; toasts have a region of their own. */
export function pageAlert(): Promise<HTMLElement> {
  return waitFor(() => within(screen.getByRole('main')).getByRole('alert'))
}
