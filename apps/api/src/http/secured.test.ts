import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connect as secureConnect, type ConnectionOptions } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApi, type TestApi } from '../../test/api.js'
import { addressFor, planOf } from '../../test/live/clients.js'
import { newClientId, outcome, until, Wire } from '../../test/live/wire.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'
import { selfSigned } from '../../test/self-signed.js'

const AUDIENCES = ['console', 'portal'] as const

let folder: string
let api: TestApi
let house: House
const first = selfSigned('localhost')

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'accord-secured-'))
  const tls = { ...put(first), mustBePublic: true, lookEveryMs: 20 }
  api = await startTestApi({ tls })
  house = await aHouse(api)
})
afterAll(async () => {
  await api.stop()
  rmSync(folder, { recursive: true })
})

function put({ cert, key }: typeof first) {
  const [certFile, keyFile] = [path.join(folder, 'cert.pem'), path.join(folder, 'key.pem')]
  writeFileSync(keyFile, key)
  writeFileSync(certFile, cert)
  return { certFile, keyFile }
}

type Audience = (typeof AUDIENCES)[number]

/** What two agree on: version and cipher; or why they do not. */
function agreed(audience: Audience, wanted: ConnectionOptions): Promise<string> {
  return new Promise((resolve) => {
    const { host, ports } = api.config
    const socket = secureConnect({ host, port: ports[audience], rejectUnauthorized: false, ...wanted })
    socket.once('secureConnect', () => {
      resolve(`${socket.getProtocol()} ${socket.getCipher().name}`)
      socket.destroy()
    })
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
  })
}

/** As old as a client comes, which it has to want. */
const OLD = 'ALL:@SECLEVEL=0'

describe.each(AUDIENCES)('the %s with a certificate of its own', (audience) => {
  it('[HD15] speaks TLS 1.2 and 1.3, and no older one', async () => {
    expect(await agreed(audience, {})).toBe('TLSv1.3 TLS_AES_256_GCM_SHA384')
    expect(await agreed(audience, { maxVersion: 'TLSv1.2' })).toMatch(/^TLSv1\.2 ECDHE-/)
    for (const version of ['TLSv1.1', 'TLSv1'] as const) {
      const said = await agreed(audience, { minVersion: version, maxVersion: version, ciphers: OLD })
      expect([version, said]).toEqual([version, 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'])
    }
  })

  it('[HD15] takes no cipher that is weak or whose words can be read later, and the strongest first', async () => {
    const weak = [
      'ECDHE-ECDSA-AES128-SHA',
      'ECDHE-ECDSA-AES256-SHA',
      'ECDHE-ECDSA-AES128-SHA256',
      'ECDHE-ECDSA-AES256-SHA384',
      'AES128-GCM-SHA256',
      'AES256-SHA',
      'aNULL',
      'eNULL',
    ]
    for (const cipher of weak) {
      const ciphers = `${cipher}:@SECLEVEL=0`
      const said = await agreed(audience, { maxVersion: 'TLSv1.2', ciphers })
      expect([cipher, said]).toEqual([cipher, expect.stringMatching(/^ERR_SSL_.*HANDSHAKE_FAILURE$/)])
    }
    const backwards = 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384'
    expect(await agreed(audience, { maxVersion: 'TLSv1.2', ciphers: backwards })).toBe(
      'TLSv1.2 ECDHE-ECDSA-AES256-GCM-SHA384',
    )
  })

  it('[HD15] answers nothing to whoever speaks without it', async () => {
    const tcp = connect(api.config.ports[audience], api.config.host)
    const parts: Buffer[] = []
    tcp.on('data', (part: Buffer) => parts.push(part)).on('error', () => undefined)
    tcp.write(`GET / HTTP/1.1\r\nHost: localhost:${api.config.ports[audience]}\r\n\r\n`)
    await once(tcp, 'close')
    expect(Buffer.concat(parts).toString('latin1')).not.toContain('HTTP/')
  })

  it('[HD15] serves its page, tells browsers to come by https alone, and gives cookies that only https carries', async () => {
    const page = await api.ask(audience, '/')
    expect([page.status, page.text.includes(`<title>${audience}`)]).toEqual([200, true])
    expect(page.headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains')
    const person = audience === 'console' ? house.practitioner : house.client
    expect(await cookieFor(api, audience, person)).toMatch(/^__Host-/)
  })
})

it('[HD15] sockets go the same way: a plan is opened over TLS', async () => {
  const { origin, cookie } = await addressFor(api, house.client, 'portal')
  const wire = new Wire(origin, { origin, cookie }, first.cert)
  const plan = await planOf(api, house)
  const heard = await wire.say('join', { plan, clientId: newClientId(), have: null, snapshot: true })
  expect([origin.startsWith('https:'), outcome(heard)]).toEqual([true, expect.stringMatching(/^joined/)])
  wire.socket.disconnect()
})

it('[HD15] a renewed certificate is served without a start, and a broken one never', async () => {
  const served = () =>
    new Promise<string>((resolve) => {
      const { host, ports } = api.config
      const socket = secureConnect({ host, port: ports.portal, rejectUnauthorized: false }, () => {
        resolve(socket.getPeerX509Certificate()?.toString() ?? '')
        socket.destroy()
      })
    })
  const told = (event: string) => api.lines.filter((line) => line.includes(`"event":"${event}"`)).length
  const second = selfSigned('localhost')
  writeFileSync(path.join(folder, 'cert.pem'), 'half a fi')
  await until(() => told('certificate-refused') > 0)
  expect(await served()).toBe(first.cert)
  put(second)
  await until(() => told('certificate-renewed') > 0)
  expect(await served()).toBe(second.cert)
})
