import { proveAnew } from '@accord/ui/identity/fresh'
import type { Tombstone } from '@accord/domain/refusal'
import type { RefusalAnswer } from '@accord/domain/rest/self'

/** Why a request has no answer that a page could show. */
export type RequestFailure =
  /** No answer came: no network, or no server. */
  | { readonly kind: 'unreachable' }
  /** The server said no, or didn't say anything that could be read. */
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly code: string
      /** In seconds. */
      readonly retryAfter: number | null
      /** With the code `erased`. (ER5) */
      readonly erased: Tombstone | null
    }

/** A request that failed; react-query carries it to the page that asked. */
class RequestFailed extends Error {
  readonly failure: RequestFailure

  constructor(failure: RequestFailure) {
    super(failure.kind === 'refused' ? `${failure.status} ${failure.code}` : failure.kind)
    this.failure = failure
  }
}

export function failureOf(error: unknown): RequestFailure | null {
  return error instanceof RequestFailed ? error.failure : null
}

/** True when the server knows no sign-in for this device. */
export function isSignedOut(error: unknown): boolean {
  const failure = failureOf(error)
  return failure?.kind === 'refused' && failure.status === 401
}

/** Asks the portal's own server for JSON. The caller names the shape that the domain promises for the path. */
export async function readJson<Shape>(path: string, signal?: AbortSignal): Promise<Shape> {
  const response = await ask(path, signal === undefined ? {} : { signal })
  return (await response.json()) as Shape
}

/** Sends JSON; the server takes nothing else. (ID7) */
export async function sendJson(path: string, body: unknown): Promise<Response> {
  return ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

/** Sends JSON and gets a file; one that breaks off on its way is no file. */
export async function sendForFile(path: string, body: unknown): Promise<{ file: Blob; name: string }> {
  const response = await sendJson(path, body)
  const [, name = ''] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? []
  try {
    return { file: await response.blob(), name }
  } catch {
    throw new RequestFailed({ kind: 'unreachable' })
  }
}

/** What goes far is refused until its person has shown anew who they are; then it is asked once more. (ID33) */
async function ask(path: string, init: RequestInit): Promise<Response> {
  try {
    return await askOnce(path, init)
  } catch (error) {
    const failure = failureOf(error)
    const isStale = failure?.kind === 'refused' && failure.code === 'fresh-factor-needed'
    if (!isStale || !(await proveAnew())) throw error
    return askOnce(path, init)
  }
}

async function askOnce(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, { ...init, credentials: 'same-origin' }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new RequestFailed({ kind: 'unreachable' })
  })
  if (response.ok) return response
  throw new RequestFailed(await refusalIn(response))
}

async function refusalIn(response: Response): Promise<RequestFailure> {
  const { status } = response
  const answer = (await response.json().catch(() => null)) as Partial<RefusalAnswer> | null
  return {
    kind: 'refused',
    status,
    code: answer?.code ?? 'unreadable',
    retryAfter: answer?.retryAfter ?? null,
    erased: answer?.erased ?? null,
  }
}

/** True for a link that was used, replaced, is too old or never was. (CL7) */
export function isLinkSpent(error: unknown): boolean {
  const failure = failureOf(error)
  return failure?.kind === 'refused' && (failure.status === 410 || failure.code === 'malformed')
}
