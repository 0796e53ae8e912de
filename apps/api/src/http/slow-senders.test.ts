import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { startTestApi, type TestApi } from '../../test/api.js'
import { addressFor } from '../../test/live/clients.js'
import { until, Wire } from '../../test/live/wire.js'
import { aHouse, cookieFor, type House } from '../../test/people.js'

let api: TestApi
let house: House

beforeAll(async () => {
  api = await startTestApi({ live: { socketsPerAddress: 20 } })
  house = await aHouse(api)
})
afterAll(() => api.stop())

const AUDIENCES = ['console', 'portal'] as const

/** A connection on which something was said, and no more comes. */
async function begun(audience: (typeof AUDIENCES)[number], said: string): Promise<Socket> {
  const tcp = connect(api.config.ports[audience], '127.0.0.1')
  await once(tcp, 'connect')
  tcp.on('error', () => undefined).write(said)
  return tcp
}

it('[HD10] [A16] three hundred who never finish what they say keep nobody else waiting', async () => {
  const heads = [
    '',
    'GET / HTTP/1.1\r\nHost: lo',
    'POST /api/sign-in HTTP/1.1\r\nContent-Length: 9\r\n\r\n{"em',
  ]
  const slow = await Promise.all(
    Array.from({ length: 300 }, (_, at) => begun(AUDIENCES[at % 2] ?? 'console', heads[at % 3] ?? '')),
  )
  expect(await cookieFor(api, 'portal', house.client)).not.toBe('')
  expect(await cookieFor(api, 'console', house.practitioner)).not.toBe('')
  for (const tcp of slow) tcp.destroy()
})

it('[HD10] [A16] a head has ten seconds, a request thirty, and neither more than sixty headers', () => {
  const server = api.app.getHttpServer()
  const { headersTimeout, requestTimeout, maxHeadersCount } = server
  expect({ headersTimeout, requestTimeout, maxHeadersCount }).toEqual({
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    maxHeadersCount: 60,
  })
})

it('[S6] six hundred handshakes of nobody leave no socket behind, and let everybody else in', async () => {
  const { origin, cookie } = await addressFor(api, house.client, 'portal')
  const { host } = new URL(origin)
  const upgrade = [
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${'A'.repeat(22)}==`,
  ]
  const head = [
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
    `Host: ${host}`,
    ...upgrade,
    `Origin: ${origin}`,
  ]
  const knock = async () => {
    const tcp = await begun('portal', `${head.join('\r\n')}\r\n\r\n`)
    const parts: string[] = []
    tcp.on('data', (part: Buffer) => parts.push(part.toString()))
    await once(tcp, 'close')
    return parts.join('').slice(0, 12)
  }
  for (let round = 0; round < 6; round++) {
    const answers = await Promise.all(Array.from({ length: 100 }, knock))
    expect(new Set(answers)).toEqual(new Set(['HTTP/1.1 401']))
  }
  const wire = new Wire(origin, { origin, cookie })
  await until(() => wire.socket.connected)
  wire.socket.disconnect()
})
