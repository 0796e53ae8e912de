/** What a server answers by "METHOD path"; a function is asked anew each time. */
export type Answers = Readonly<Record<string, Answer | (() => Answer)>>

export interface Answer {
  readonly status: number
  readonly body?: unknown
}

/** Puts answers in the place of the network, and remembers what was sent. Unknown paths are unreachable. */
export function aServer(answers: Answers): { readonly sent: { path: string; body: unknown }[] } {
  const sent: { path: string; body: unknown }[] = []
  globalThis.fetch = (input, init) => {
    const path = typeof input === 'string' ? input : ''
    const answer = answers[`${init?.method ?? 'GET'} ${path}`]
    if (typeof init?.body === 'string') sent.push({ path, body: JSON.parse(init.body) })
    if (answer === undefined) return Promise.reject(new TypeError('unreachable'))
    const { status, body } = typeof answer === 'function' ? answer() : answer
    return Promise.resolve({ ok: status < 300, status, json: () => Promise.resolve(body) } as Response)
  }
  return { sent }
}

export const SIGNED_OUT: Answer = { status: 401, body: { code: 'not-signed-in', message: '' } }

export function ok(body: unknown): Answer {
  return { status: 200, body }
}
