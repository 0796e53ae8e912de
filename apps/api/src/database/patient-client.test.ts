import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { DataSource } from 'typeorm'
import { ownerDataSource } from './data-source.js'
import { isStorageAway } from './failures.js'

const said = (kind: string, ...content: Buffer[]) => {
  const body = Buffer.concat(content)
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(kind), length, body])
}
const WELCOME = Buffer.concat([said('R', Buffer.alloc(4)), said('Z', Buffer.from('I'))])
const SHUTTING_DOWN = said('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection\0\0'))

/** A database that lets everybody in, and says with the same breath that it is going. */
const server = createServer((socket) => {
  socket.on('error', () => undefined)
  socket.once('data', () => socket.end(Buffer.concat([WELCOME, SHUTTING_DOWN])))
})
let database: DataSource

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  database = ownerDataSource(`postgres://somebody:words@127.0.0.1:${port}/none`)
})
afterAll(() => void server.close())

it('[FT17] a connection that breaks as it is made fails what is asked on it, and ends no process', async () => {
  const away = await database.initialize().then(() => null, isStorageAway)
  expect(away).toBe(true)
})
