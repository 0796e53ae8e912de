/** @jest-environment node */
import { describe, expect, it } from '@jest/globals'
import { answerFile, answering, answerPage, dropOtherShells, fillShell, type Shell } from './shell.js'

const ORIGIN = 'https://portal.example'
const SHELL: Shell = {
  version: 'one',
  entry: 'assets/index-1.js',
  needed: ['/assets/index-1.js', '/icons/seal.svg'],
  onUse: ['/assets/noto-1.woff2'],
}
const PAGE = '<script src="/assets/index-1.js" nonce="n"></script>'
const POLICY = { 'Content-Security-Policy': "style-src 'nonce-n'" }

/** Caches and a network of a worker; the network answers by path until it is gone. */
function aWorld(answers: Record<string, () => Response>) {
  const kept = new Map<string, Map<string, Response>>()
  const asked: string[] = []
  const network = { isThere: true }
  const fetch = (request: Request | string): Promise<Response> => {
    const { pathname } = new URL(typeof request === 'string' ? request : request.url, ORIGIN)
    asked.push(pathname)
    const answer = answers[pathname]
    if (!network.isThere) return Promise.reject(new TypeError('no network'))
    return Promise.resolve(answer ? answer() : new Response('', { status: 404 }))
  }
  const cacheNamed = (name: string) => {
    const entries = kept.get(name) ?? new Map<string, Response>()
    kept.set(name, entries)
    const pathOf = (request: RequestInfo | URL) =>
      new URL(request instanceof Request ? request.url : request.toString(), ORIGIN).pathname
    return {
      match: (request: RequestInfo | URL) => Promise.resolve(entries.get(pathOf(request))?.clone()),
      put: (request: RequestInfo | URL, response: Response) =>
        Promise.resolve(void entries.set(pathOf(request), response)),
      addAll: async (paths: string[]) => {
        for (const path of paths) {
          const response = await fetch(path)
          if (!response.ok) throw new TypeError('not there')
          entries.set(path, response)
        }
      },
    }
  }
  const caches = {
    open: (name: string) => Promise.resolve(cacheNamed(name)),
    keys: () => Promise.resolve([...kept.keys()]),
    delete: (name: string) => Promise.resolve(kept.delete(name)),
  }
  return { world: { fetch, caches: caches as unknown as CacheStorage }, kept, asked, network }
}

const server = (page = PAGE) => ({
  '/': () => new Response(page, { headers: POLICY }),
  '/goals': () => new Response(page.replaceAll('"n"', '"fresh"'), { headers: POLICY }),
  '/assets/index-1.js': () => new Response('script'),
  '/icons/seal.svg': () => new Response('icon'),
  '/assets/noto-1.woff2': () => new Response('letters'),
})
const asks = (path: string, mode: RequestMode = 'no-cors', method = 'GET') =>
  answering(SHELL, ORIGIN, { url: new URL(path, ORIGIN).href, mode, method })
const page = (path: string) => new Request(new URL(path, ORIGIN))

describe('the portal’s worker', () => {
  it('[OF1] never has to do with what the API answers, nor with anything that is sent', () => {
    for (const path of ['/api', '/api/cases', '/api/plans/x', '/socket.io/?EIO=4']) {
      expect([path, asks(path, 'cors'), asks(path, 'navigate')]).toEqual([path, 'not-ours', 'not-ours'])
    }
    expect(asks('/assets/index-1.js', 'cors', 'POST')).toBe('not-ours')
    expect(asks('https://elsewhere.example/assets/index-1.js')).toBe('not-ours')
    expect(asks('/assets/index-2.js')).toBe('not-ours')
    expect(asks('/worker.js', 'navigate')).toBe('not-ours')
  })

  it('[OF2] opens every address without a network, with the policy that fits the page’s nonce', async () => {
    const { world, network } = aWorld(server())
    await fillShell(world, SHELL)
    network.isThere = false
    expect(asks('/goals', 'navigate')).toBe('page')
    const { response, isFresh } = await answerPage(world, SHELL, page('/goals'))
    expect([await response.text(), isFresh]).toEqual([PAGE, false])
    expect(response.headers.get('Content-Security-Policy')).toBe(POLICY['Content-Security-Policy'])
    expect(asks('/assets/index-1.js')).toBe('file')
    expect(await (await answerFile(world, SHELL, page('/assets/index-1.js'))).text()).toBe('script')
  })

  it('[OF3] shows the server’s own page while there is one, and the kept one while the server is ill', async () => {
    const answers: Record<string, () => Response> = server()
    const { world } = aWorld(answers)
    await fillShell(world, SHELL)
    expect(await (await answerPage(world, SHELL, page('/goals'))).response.text()).toContain('fresh')
    answers['/goals'] = () => new Response('ill', { status: 503 })
    expect(await (await answerPage(world, SHELL, page('/goals'))).response.text()).toBe(PAGE)
  })

  it('[OF3] keeps a build as a whole or not at all, and never another build’s page', async () => {
    const mixed = aWorld(server('<script src="/assets/index-2.js"></script>'))
    await expect(fillShell(mixed.world, SHELL)).rejects.toThrow('another build')
    expect(mixed.kept.size).toBe(0)
    const half = aWorld({ ...server(), '/icons/seal.svg': () => new Response('', { status: 404 }) })
    await expect(fillShell(half.world, SHELL)).rejects.toThrow('not there')
    expect([...half.kept.values()].some((entries) => entries.has('/'))).toBe(false)
  })

  it('[OF3] forgets older builds, and nothing of anybody else, when it takes over', async () => {
    const { world, kept } = aWorld(server())
    await fillShell(world, { ...SHELL, version: 'zero' })
    await world.caches.open('another thing')
    await fillShell(world, SHELL)
    await dropOtherShells(world, SHELL)
    expect([...kept.keys()]).toEqual(['another thing', 'accord-shell one'])
  })

  it('[OF2] keeps other scripts’ letters once somebody needed them', async () => {
    const { world, network, asked } = aWorld(server())
    await fillShell(world, SHELL)
    expect(asked).not.toContain('/assets/noto-1.woff2')
    await answerFile(world, SHELL, page('/assets/noto-1.woff2'))
    network.isThere = false
    expect(await (await answerFile(world, SHELL, page('/assets/noto-1.woff2'))).text()).toBe('letters')
  })
})
