import { proveAnew } from '@accord/ui/identity/fresh'
import type { RefusalAnswer } from '@accord/domain/rest/self'
import { RequestFailure } from './request-failure.js'

/** Asks the API for something. Throws a {@link RequestFailure}. */
export function getJson<Answer>(path: string): Promise<Answer> {
  return request<Answer>(path, { method: 'GET' })
}

/** Asks the API to do something. Throws a {@link RequestFailure}; a 204 answers undefined. */
export function postJson<Answer>(path: string, body: unknown): Promise<Answer> {
  const headers = { 'content-type': 'application/json' }
  return request<Answer>(path, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** Asks the API to keep something in the place of what it had. Throws a {@link RequestFailure}. */
export function putJson<Answer>(path: string, body: unknown): Promise<Answer> {
  const headers = { 'content-type': 'application/json' }
  return request<Answer>(path, { method: 'PUT', headers, body: JSON.stringify(body) })
}

/** Asks the API to make a file. Throws a {@link RequestFailure}, also when the file breaks off on its way. */
export async function postForFile(path: string, body: unknown): Promise<{ file: Blob; name: string }> {
  const headers = { 'content-type': 'application/json' }
  const response = await answered(path, { method: 'POST', headers, body: JSON.stringify(body) })
  const [, name = ''] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? []
  try {
    return { file: await response.blob(), name }
  } catch (cause) {
    throw new RequestFailure({ kind: 'unreachable' }, { cause })
  }
}

/** Asks the API for a file. Throws a {@link RequestFailure}. */
export async function getFile(path: string): Promise<Blob> {
  return (await answered(path, { method: 'GET' })).blob()
}

async function request<Answer>(path: string, how: RequestInit): Promise<Answer> {
  const response = await answered(path, how)
  return (response.status === 204 ? undefined : await response.json()) as Answer
}

async function answered(path: string, how: RequestInit): Promise<Response> {
  const response = await reach(path, how)
  if (response.ok) return response
  const refusal = await readRefusal(response)
  throw new RequestFailure({
    kind: 'refused',
    status: response.status,
    code: refusal?.code ?? 'unknown',
    retryAfter: refusal?.retryAfter ?? null,
    erased: refusal?.erased ?? null,
  })
}

/** What goes far is refused until its person has shown anew who they are; then it is asked once more. (ID33) */
async function reach(path: string, how: RequestInit): Promise<Response> {
  const response = await send(path, how)
  if (response.status !== 403) return response
  const refusal = await readRefusal(response.clone())
  if (refusal?.code !== 'fresh-factor-needed' || !(await proveAnew())) return response
  return send(path, how)
}

async function send(path: string, how: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...how, credentials: 'same-origin', cache: 'no-store' })
  } catch (cause) {
    throw new RequestFailure({ kind: 'unreachable' }, { cause })
  }
}

/** A proxy in between may answer with a page of its own, which is no refusal of the API's. */
async function readRefusal(response: Response): Promise<RefusalAnswer | null> {
  try {
    return (await response.json()) as RefusalAnswer
  } catch {
    return null
  }
}
