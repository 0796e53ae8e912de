import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApi, type TestApi } from '../../test/api.js'
import { cookieOf } from '../../test/ask.js'
import { aHouse, cookieFor, emailOf, PASSWORD, signIn, type House } from '../../test/people.js'

let api: TestApi
let house: House

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 500, attemptsPerAddress: 5_000 } })
  house = await aHouse(api)
})
afterAll(() => api.stop())

const origin = (audience: 'console' | 'portal') => api.config.origins[audience][0] ?? ''

describe('a request that changes something', () => {
  it('[ID7] is refused unless it comes from the app’s own origin', async () => {
    const { port } = new URL(origin('portal'))
    const foreign = [
      null,
      'null',
      'http://evil.example',
      origin('console'),
      `http://localhost.evil.example:${port}`,
      `https://localhost:${port}`,
      'http://localhost',
      `http://localhost:${port}/`,
    ]
    for (const path of ['/api/sign-in', '/api/sign-out', '/api/nothing-here', '/']) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        for (const from of foreign) {
          const answer = await api.ask('portal', path, { method, raw: '{}', headers: { origin: from } })
          expect([path, method, from, answer.status]).toEqual([path, method, from, 403])
          expect(answer.headers['access-control-allow-origin']).toBeUndefined()
        }
      }
    }
  })

  it('[ID7] is refused when the browser says that another site sent it', async () => {
    for (const site of ['cross-site', 'same-site', 'none']) {
      const body = { email: emailOf(house.client), password: PASSWORD }
      const answer = await api.ask('portal', '/api/sign-in', { body, headers: { 'sec-fetch-site': site } })
      expect([site, answer.status, answer.headers['set-cookie']]).toEqual([site, 403, undefined])
    }
  })

  it('[ID7] is refused unless it is JSON', async () => {
    const types = [
      'application/x-www-form-urlencoded',
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/jsonx',
      null,
    ]
    for (const type of types) {
      const raw = JSON.stringify({ email: emailOf(house.client), password: PASSWORD })
      const answer = await api.ask('portal', '/api/sign-in', { raw, headers: { 'content-type': type } })
      expect([type, answer.status]).toEqual([type, 403])
    }
    const body = { email: emailOf(house.client), password: PASSWORD }
    const utf8 = { 'content-type': 'application/json; charset=utf-8' }
    expect((await api.ask('portal', '/api/sign-in', { body, headers: utf8 })).status).toBe(200)
  })

  it('[FT7] is refused when it says that it is compressed, or in another charset', async () => {
    const raw = JSON.stringify({ email: emailOf(house.client), password: PASSWORD })
    const ask = (headers: Readonly<Record<string, string>>, body = raw) =>
      api.ask('portal', '/api/sign-in', { raw: body, headers })
    for (const encoding of ['gzip', 'deflate', 'br', 'x-none'])
      expect([encoding, (await ask({ 'content-encoding': encoding })).status]).toEqual([encoding, 400])
    for (const charset of ['utf-16', 'iso-8859-1', 'utf-7']) {
      const type = `application/json; charset=${charset}`
      expect([charset, (await ask({ 'content-type': type })).status]).toEqual([charset, 403])
    }
    expect((await ask({ 'content-encoding': 'identity' })).status).toBe(200)
  })

  it('[AC6] is refused under a host name that is not the app’s', async () => {
    for (const host of [
      'evil.example',
      `127.0.0.1:${api.config.ports.console}`,
      new URL(origin('portal')).host,
    ]) {
      const answer = await api.ask('console', '/api/clinic', { headers: { host } })
      expect([host, answer.status]).toEqual([host, 403])
    }
  })

  it('[ID8] is refused when it is too long, broken or not an object', async () => {
    const long = JSON.stringify({ email: 'x'.repeat(100 * 1024), password: 'y' })
    const cases = [
      [long, 413, 'too-large'],
      ['{"email":', 400, 'malformed'],
      ['"words"', 400, 'malformed'],
      ['['.repeat(50_000), 400, 'malformed'],
      ['', 400, 'malformed'],
    ] as const
    for (const [raw, status, code] of cases) {
      const answer = await api.ask('portal', '/api/sign-in', { raw })
      expect([answer.status, (answer.json as { code: string }).code]).toEqual([status, code])
    }
  })
})

describe('every answer', () => {
  it('[ID10] carries the headers that keep a browser strict', async () => {
    for (const path of ['/api/clinic', '/api/nothing-here', '/', '/assets/app-Bx3kq9aZ.js']) {
      const { headers } = await api.ask('console', path)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(headers['permissions-policy']).toContain('geolocation=()')
      expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';")
      expect(headers['x-powered-by']).toBeUndefined()
      expect(headers['strict-transport-security']).toBeUndefined()
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    }
  })

  it('[ID10] of the API is never kept by anybody', async () => {
    for (const path of ['/api/clinic', '/api/me', '/api/nothing-here']) {
      expect((await api.ask('portal', path)).headers['cache-control']).toBe('no-store')
    }
  })

  it('[ID8] that says no has a code and a sentence, and never a stack', async () => {
    const missing = await api.ask('portal', '/api/nothing-here')
    expect([missing.status, missing.json]).toEqual([
      404,
      { code: 'not-found', message: 'There is nothing here, or nothing that you may see.' },
    ])
    await api.owner.query('ALTER FUNCTION find_clinics() RENAME TO lost')
    const broken = await api.ask('portal', '/api/clinic')
    await api.owner.query('ALTER FUNCTION lost() RENAME TO find_clinics')
    expect([broken.status, broken.json]).toEqual([
      500,
      { code: 'unexpected', message: 'Something went wrong on our side. Nothing was changed.' },
    ])
    expect(
      api.lines.some(
        (line) => line.includes('"bug"') && line.includes(String(broken.headers['x-request-id'])),
      ),
    ).toBe(true)
  })
})

describe('the built apps', () => {
  it('[AC6] are served each at its own port, every address that is no file being a page', async () => {
    for (const audience of ['console', 'portal'] as const) {
      for (const path of [
        '/',
        '/cases/018f0000-0000-7000-8000-0000000000c1',
        '/index.html',
        '/sign-in?next=x',
      ]) {
        const { status, text, headers } = await api.ask(audience, path)
        expect([path, status, headers['cache-control']]).toEqual([path, 200, 'no-store'])
        expect(text).toContain(`<title>${audience}</title>`)
      }
    }
  })

  it('[ID10] get a nonce of one answer for the editor’s styles, the same in page and policy', async () => {
    const pages = [await api.ask('console', '/'), await api.ask('console', '/')]
    const nonces = pages.map(({ text }) => /nonce="([^"]+)"/.exec(text)?.[1] ?? '')
    expect(nonces[0]).not.toBe(nonces[1])
    for (const [at, { headers }] of pages.entries()) {
      expect(nonces[at]).toMatch(/^[\w+/]{22}==$/)
      expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonces[at]}'`)
      expect(headers['content-security-policy']).toContain(
        "require-trusted-types-for 'script'; trusted-types accord",
      )
    }
  })

  it('[ID10] keep hashed files for a year, and answer a missing file as missing', async () => {
    const script = await api.ask('console', '/assets/app-Bx3kq9aZ.js')
    expect([script.status, script.headers['cache-control']]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ])
    for (const path of ['/assets/gone.js', '/../keys/wrapping.key', '/%2e%2e/keys/wrapping.key', '/.env']) {
      const { status, text } = await api.ask('console', path)
      expect([path, status]).toEqual([path, 404])
      expect(text).not.toContain('<title>')
    }
  })
})

describe('what makes the portal one that can be installed', () => {
  it('[OF3] is asked for anew each time, so that a new build is found', async () => {
    const types = [
      ['/worker.js', /^text\/javascript/],
      ['/manifest.webmanifest', /^application\/manifest\+json/],
    ] as const
    for (const [path, type] of types) {
      const { status, headers } = await api.ask('portal', path)
      expect([path, status, headers['cache-control']]).toEqual([path, 200, 'no-cache'])
      expect(headers['content-type']).toMatch(type)
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  })

  it('[OF2, ID10] runs under the strict policy: a worker and a manifest of the own origin, and nothing by nonce', async () => {
    const page = (await api.ask('portal', '/')).headers['content-security-policy']
    const worker = (await api.ask('portal', '/worker.js')).headers['content-security-policy']
    for (const policy of [page, worker]) {
      for (const rule of ["worker-src 'self'", "manifest-src 'self'", "connect-src 'self'"]) {
        expect(policy).toContain(rule)
      }
      expect(policy).toContain("script-src 'self';")
    }
    expect(worker).not.toContain('nonce')
  })
})

describe('the log', () => {
  it('[ID9] holds ids, codes and times, and nothing that anybody wrote or is called', async () => {
    const canary = 'zebra-crossing'
    await signIn(api, 'portal', house.client, canary)
    const cookie = await cookieFor(api, 'portal', house.client)
    await api.ask('portal', `/api/me?word=${canary}`, { cookie })
    await api.ask('portal', `/api/${canary}-7`, { cookie })
    await api.ask('portal', '/api/sign-in', { body: { email: canary, password: canary, [canary]: canary } })
    await api.ask('portal', `/api/cases/${house.case}`, { cookie, headers: { 'user-agent': canary } })
    const log = api.lines.join('')
    const secrets = [canary, PASSWORD, 'Somebody', 'example.org', cookie.split('=')[1] ?? '']
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([])
    expect(log).toContain(`"path":"/api/cases/${house.case}"`)
  })
})

describe('an origin with https', () => {
  it('[ID2] gets a cookie that only https carries, and strict transport', async () => {
    const origins = { console: ['https://console.example.org'], portal: ['https://portal.example.org'] }
    const secure = await startTestApi({ origins })
    const people = await aHouse(secure)
    const answer = await signIn(secure, 'portal', people.client)
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-accord_portal=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/),
      expect.stringMatching(
        /^__Host-accord_portal_device=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
      ),
    ])
    expect(answer.headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains')
    expect((await secure.ask('portal', '/api/me', { cookie: cookieOf(answer) })).status).toBe(200)
    await secure.stop()
  })
})
