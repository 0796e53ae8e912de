/** What one build of the portal consists of. The build writes it into the worker. */
export interface Shell {
  /** Differs from build to build. */
  readonly version: string
  /** The script that the page of this very build starts with, so that no other build's page is kept with it. */
  readonly entry: string
  /** Paths that every opening needs. */
  readonly needed: readonly string[]
  /** Paths that are kept once somebody has needed them: scripts of other languages. */
  readonly onUse: readonly string[]
}

/** The parts of a worker's world that are used. */
export interface WorkerWorld {
  readonly caches: CacheStorage
  readonly fetch: (request: Request | string, init?: RequestInit) => Promise<Response>
}

const NAME = 'accord-shell '
/** Every address of the app is this one page. */
const PAGE = '/'
/** How long a page may take to come before the kept one is shown instead, in ms. */
const PATIENCE = 4_000

/** Keeps a whole build, or fails as a whole. The page is kept with its headers, so its nonce fits its policy. (OF2) */
export async function fillShell(world: WorkerWorld, shell: Shell): Promise<void> {
  const page = await world.fetch(PAGE, { cache: 'reload', credentials: 'same-origin' })
  if (!page.ok || !(await page.clone().text()).includes(shell.entry)) {
    throw new Error('the page is of another build')
  }
  const cache = await world.caches.open(nameOf(shell))
  await cache.addAll([...shell.needed])
  await cache.put(PAGE, page)
}

/** Once a build has taken over, no page of another one is open. (OF3) */
export async function dropOtherShells({ caches }: WorkerWorld, shell: Shell): Promise<void> {
  const names = await caches.keys()
  const others = names.filter((name) => name.startsWith(NAME) && name !== nameOf(shell))
  await Promise.all(others.map((name) => caches.delete(name)))
}

export type Answering = 'page' | 'file' | 'not-ours'

/** What the worker has to do with a request: nothing at all with what the API answers. (OF1) */
export function answering(
  shell: Shell,
  origin: string,
  request: Pick<Request, 'method' | 'mode' | 'url'>,
): Answering {
  const { origin: from, pathname } = new URL(request.url)
  if (request.method !== 'GET' || from !== origin || isServers(pathname)) return 'not-ours'
  if (request.mode === 'navigate') return pathname.split('/').at(-1)?.includes('.') ? 'not-ours' : 'page'
  return shell.needed.includes(pathname) || shell.onUse.includes(pathname) ? 'file' : 'not-ours'
}

function isServers(path: string): boolean {
  return path === '/api' || path.startsWith('/api/') || path.startsWith('/socket.io')
}

/** The server's page where it comes in time, so that a new build is there at the next opening; else the kept one. */
export async function answerPage(
  world: WorkerWorld,
  shell: Shell,
  request: Request,
): Promise<{ readonly response: Response; readonly isFresh: boolean }> {
  const kept = await (await world.caches.open(nameOf(shell))).match(PAGE)
  if (!kept) return { response: await world.fetch(request), isFresh: true }
  const fresh = await inTime(world.fetch(request))
  return fresh ? { response: fresh, isFresh: true } : { response: kept, isFresh: false }
}

/** Names hold a hash of the content, so what is kept is what the server has. */
export async function answerFile(world: WorkerWorld, shell: Shell, request: Request): Promise<Response> {
  const cache = await world.caches.open(nameOf(shell))
  const kept = await cache.match(request.url)
  if (kept) return kept
  const fresh = await world.fetch(request)
  if (fresh.ok) await cache.put(request.url, fresh.clone())
  return fresh
}

/** Null when there was no network, the server was ill, or it took too long. */
async function inTime(asked: Promise<Response>): Promise<Response | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE)
  })
  const answer = asked.then(
    (response) => (response.status < 500 ? response : null),
    () => null,
  )
  const first = await Promise.race([answer, late])
  clearTimeout(timer)
  return first
}

function nameOf({ version }: Shell): string {
  return `${NAME}${version}`
}
