import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApi, type TestApi } from '../../test/api.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'

let api: TestApi
let house: House

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 500, attemptsPerAddress: 8 } })
  house = await aHouse(api)
})
afterAll(() => api.stop())

/** What the console's port says to these very bytes, all of it. */
async function said(bytes: string): Promise<string> {
  const tcp = connect(api.config.ports.console, '127.0.0.1')
  const parts: Buffer[] = []
  tcp.on('data', (part: Buffer) => parts.push(part)).on('error', () => undefined)
  await once(tcp, 'connect')
  tcp.end(bytes)
  await once(tcp, 'close')
  return Buffer.concat(parts).toString('latin1')
}

describe('what a server should not give away or take', () => {
  it('[HD12] methods that nobody needs are refused, and TRACE echoes nothing', async () => {
    for (const method of ['TRACE', 'TRACK', 'CONNECT', 'OPTIONS', 'PROPFIND', 'MOVE', 'DELETE', 'PATCH']) {
      const host = `localhost:${api.config.ports.console}`
      const answer = await said(
        `${method} /api/me HTTP/1.1\r\nHost: ${host}\r\nX-Echo: zebra\r\nConnection: close\r\n\r\n`,
      )
      expect([method, /^HTTP\/1\.1 (403|400|404|405)|^$/.test(answer), answer.includes('zebra')]).toEqual([
        method,
        true,
        false,
      ])
    }
  })

  it('[HD12] no file of the checkout, no list of a folder and no page for machines is served', async () => {
    const paths = [
      '/.git/config',
      '/.git/HEAD',
      '/.env',
      '/package.json',
      '/assets/',
      '/assets',
      '/apps/',
      '/src/main.ts',
    ]
    const machines = [
      '/metrics',
      '/api/metrics',
      '/api-json',
      '/swagger',
      '/api/docs',
      '/health/ready',
      '/assets/app-Bx3kq9aZ.js.map',
    ]
    for (const path of [...paths, ...machines]) {
      const { status, text } = await api.ask('console', path)
      // Whatever is no file is the app's one page, which knows no such room.
      const isPage = status === 200 && text.includes('<title>console</title>')
      expect([path, isPage || status === 404]).toEqual([path, true])
      expect(text).not.toMatch(/repositoryformatversion|"dependencies"|# HELP|openapi|Index of/)
    }
  })

  it('[HD12] every answer names its kind and its letters, and nothing names a version of what answers', async () => {
    const cookie = await cookieFor(api, 'console', house.practitioner)
    for (const path of ['/', '/api/me', '/api/clinic', '/api/nothing-here', '/assets/app-Bx3kq9aZ.js']) {
      const { headers, text } = await api.ask('console', path, { cookie })
      expect([path, headers['content-type']]).toEqual([
        path,
        expect.stringMatching(/^[a-z]+\/[a-z]+; charset=utf-8$/i),
      ])
      const head = JSON.stringify({ ...headers, 'x-request-id': '' })
      for (const product of ['express', 'nest', 'node', 'postgres'])
        expect(head.toLowerCase()).not.toContain(product)
      expect(text).not.toMatch(/express\/|nestjs|node\/v?\d/i)
    }
  })

  it('[HD12] a request with two lengths, or a length and pieces, or a line break in a header is none', async () => {
    const host = `Host: localhost:${api.config.ports.console}`
    const head = ['POST /api/sign-in HTTP/1.1', host, 'Content-Type: application/json', 'Connection: close']
    const smuggled = 'GET /api/clinic HTTP/1.1\r\n\r\n'
    const bodies = [
      ['Content-Length: 4', 'Transfer-Encoding: chunked', '', `0\r\n\r\n${smuggled}`],
      ['Content-Length: 4', 'Content-Length: 30', '', smuggled],
      ['Transfer-Encoding: xchunked', '', smuggled],
      ['Transfer-Encoding: chunked', '', 'zz\r\n\r\n'],
      ['X-Name: a\nX-Forged: b\r\n\0', '', ''],
    ]
    for (const lines of bodies) {
      const answer = await said([...head, ...lines].join('\r\n'))
      expect(answer.match(/HTTP\/1\.1 \d{3}/g) ?? []).toEqual([expect.stringMatching(/ (400|403|501)$/)])
    }
  })

  it('[HD12] a parameter that comes twice, as a list or as an object is refused', async () => {
    const cookie = await cookieFor(api, 'console', house.administrator)
    for (const query of [
      'kind=read&kind=write',
      'kind[]=read',
      'kind[a]=read',
      'kind=read&nothing=1',
      '__proto__[kind]=read',
    ]) {
      const { status } = await api.ask('console', `/api/audit?${query}`, { cookie })
      expect([query, status]).toEqual([query, 400])
    }
  })

  it('[HD12] [ID9] whatever is refused leaves a line with its status, found by the id of the answer', async () => {
    const cookie = await cookieFor(api, 'console', house.administrator)
    const refused = [
      await api.ask('console', '/api/audit?nothing=1', { cookie }),
      await api.ask('console', `/api/cases/${house.case}`, { cookie }),
      await api.ask('console', '/api/sign-in', { body: { email: 1 } }),
      await api.ask('console', '/api/sign-in', { body: {}, headers: { origin: 'https://evil.example' } }),
      await api.ask('console', '/api/me'),
    ]
    for (const { status, headers } of refused) {
      const line = api.lines.find((one) => one.includes(String(headers['x-request-id'])))
      expect(JSON.parse(line ?? '{}')).toMatchObject({ event: 'request', status })
      expect(status).toBeGreaterThanOrEqual(400)
    }
  })

  it('[HD12] [AC6] headers of a proxy are not believed where there is none', async () => {
    const guess = (address: number) =>
      api.ask('portal', '/api/sign-in', {
        body: { email: `${address}@example.org`, password: 'a wrong pass phrase' },
        headers: {
          'x-forwarded-for': `192.0.2.${address}`,
          'x-real-ip': `192.0.2.${address}`,
          forwarded: `for=192.0.2.${address}`,
        },
      })
    const answers = []
    for (let address = 1; address <= 12; address++) answers.push(await guess(address))
    expect(answers.at(-1)?.status).toBe(429)
    const { headers } = await api.ask('portal', '/api/clinic', {
      headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    })
    expect(headers['strict-transport-security']).toBeUndefined()
  })
})
