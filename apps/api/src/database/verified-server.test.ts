import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createSecureContext, TLSSocket } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { freePort } from '../live-plan/replay/free-port.js'
import { selfSigned } from '../../test/self-signed.js'
import { sqlStateOf } from './failures.js'
import { openLoneClient } from './lone-client.js'

const { cert, key } = selfSigned('localhost')
/** What PostgreSQL says to somebody whom it does not let in. */
const NOT_LET_IN = Buffer.from('SFATAL\0C28000\0Mno\0\0')

let server: Server
let folder: string
let port: number
/** Beginnings of conversations that were heard through TLS. */
let heard: number

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'accord-tls-'))
  writeFileSync(path.join(folder, 'ca.pem'), cert)
  heard = 0
  server = createServer((plain) => {
    plain.on('error', () => plain.destroy())
    // The request for TLS, eight bytes, is answered by S [PostgreSQL, 54.2.11].
    plain.once('data', () => {
      plain.write('S')
      const secret = new TLSSocket(plain, {
        isServer: true,
        secureContext: createSecureContext({ cert, key }),
      })
      secret.on('error', () => secret.destroy())
      secret.once('data', () => {
        heard += 1
        const head = Buffer.alloc(5)
        head.write('E')
        head.writeInt32BE(NOT_LET_IN.length + 4, 1)
        secret.end(Buffer.concat([head, NOT_LET_IN]))
      })
    })
  })
  port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
})
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  rmSync(folder, { recursive: true })
})

/** Why nobody got in, and whether the server heard as much as a name. */
async function refusalOf(host: string, vouched: string): Promise<readonly [string | undefined, number]> {
  const before = heard
  const address = `postgresql://owner:hush@${host}:${port}/accord?sslmode=verify-full${vouched}`
  try {
    const client = await openLoneClient({ connectionString: address })
    await client.end()
    return [undefined, heard - before]
  } catch (error) {
    return [sqlStateOf(error) ?? (error as NodeJS.ErrnoException).code, heard - before]
  }
}

describe('a PostgreSQL elsewhere', () => {
  it('[HD14] is told nothing unless somebody vouches for its certificate, and for that name', async () => {
    const vouched = `&sslrootcert=${path.join(folder, 'ca.pem')}`
    expect(await refusalOf('localhost', '')).toEqual(['DEPTH_ZERO_SELF_SIGNED_CERT', 0])
    expect(await refusalOf('127.0.0.1', vouched)).toEqual(['ERR_TLS_CERT_ALTNAME_INVALID', 0])
    expect(await refusalOf('localhost', vouched)).toEqual(['28000', 1])
  })
})
