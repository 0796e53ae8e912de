import { describe, expect, it } from '@jest/globals'
import { readConfig } from './config.js'

const DATABASE_URL = 'postgresql://owner:hush@127.0.0.1:5433/accord'
const start = (env: Readonly<Record<string, string>>) => readConfig({ DATABASE_URL, ...env })
const TLS = { ACCORD_TLS_CERT: '/etc/accord/fullchain.pem', ACCORD_TLS_KEY: 'keys/private.pem' }

describe('the certificate of the house', () => {
  it('[HD15] is a proxy’s unless two files are named, a relative one counted from the checkout', () => {
    expect(start({}).tls).toBeNull()
    const { tls, origins } = start(TLS)
    expect([tls?.certFile, tls?.keyFile.endsWith('/keys/private.pem'), tls?.mustBePublic]).toEqual([
      '/etc/accord/fullchain.pem',
      true,
      true,
    ])
    expect(origins.console).toEqual(['https://localhost:4000', 'https://127.0.0.1:4000'])
    expect(start({ ...TLS, ACCORD_PRIVATE_NETWORK: '1' }).tls?.mustBePublic).toBe(false)
  })

  it.each(['ACCORD_TLS_CERT', 'ACCORD_TLS_KEY'] as const)('[HD15] is not half of one: %s alone', (one) => {
    expect(() => start({ [one]: TLS[one] })).toThrow('belong together')
  })

  it('[HD15] leaves no origin that is reached without it, not even on this machine', () => {
    for (const variable of ['CONSOLE_ORIGIN', 'PORTAL_ORIGIN']) {
      const env = { ...TLS, [variable]: 'https://one.example, http://localhost:7000' }
      expect(() => start(env)).toThrow(`${variable} is http://localhost:7000`)
    }
  })

  it.each(['0.0.0.0', '::', '10.0.0.7', 'console.example'])(
    '[HD15] is needed, or a private network, where other machines reach the ports: HOST=%s',
    (HOST) => {
      expect(() => start({ HOST })).toThrow(`HOST is ${HOST}`)
      expect(start({ HOST, ...TLS }).host).toBe(HOST)
      expect(start({ HOST, ACCORD_PRIVATE_NETWORK: '1' }).host).toBe(HOST)
    },
  )

  it.each(['127.0.0.1', '127.0.0.2', 'localhost', '::1'])('[HD15] is not needed on HOST=%s', (HOST) => {
    expect(start({ HOST }).tls).toBeNull()
  })
})
