import { answerFile, answering, answerPage, dropOtherShells, fillShell, type Shell } from './shell.js'

/** What the build wrote into this script. */
declare const ACCORD_SHELL: Shell

interface LastingEvent extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void
}
interface AskedEvent extends LastingEvent {
  readonly request: Request
  readonly respondWith: (answer: Promise<Response>) => void
}
/** The parts of a service worker's scope that are used; its types don't go together with a page's. */
interface WorkerScope {
  readonly location: Location
  readonly registration: ServiceWorkerRegistration
  readonly clients: { matchAll(options: { readonly type: 'window' }): Promise<readonly unknown[]> }
  readonly skipWaiting: () => Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: LastingEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: AskedEvent) => void): void
  addEventListener(
    type: 'message',
    listener: (event: LastingEvent & { readonly data: unknown }) => void,
  ): void
}
declare const self: WorkerScope

const TAKE_OVER = 'take-over'
const world = { caches, fetch: (request: Request | string, init?: RequestInit) => fetch(request, init) }

self.addEventListener('install', (event) => event.waitUntil(fillShell(world, ACCORD_SHELL)))
self.addEventListener('activate', (event) => event.waitUntil(dropOtherShells(world, ACCORD_SHELL)))
self.addEventListener('message', (event) => {
  if (event.data === TAKE_OVER) event.waitUntil(self.skipWaiting())
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  switch (answering(ACCORD_SHELL, self.location.origin, request)) {
    case 'page':
      event.respondWith(page(request))
      return
    case 'file':
      event.respondWith(answerFile(world, ACCORD_SHELL, request))
      return
    case 'not-ours':
      return
  }
})

async function page(request: Request): Promise<Response> {
  const { response, isFresh } = await answerPage(world, ACCORD_SHELL, request)
  if (isFresh) await letNextTakeOver()
  return response
}

/** A phone may never close its one page. When that page is loaded anew, nothing of this build is in use. (OF3) */
async function letNextTakeOver(): Promise<void> {
  const { waiting } = self.registration
  if (!waiting) return
  const windows = await self.clients.matchAll({ type: 'window' })
  if (windows.length <= 1) waiting.postMessage(TAKE_OVER)
}
