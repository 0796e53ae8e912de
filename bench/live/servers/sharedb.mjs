import { createServer } from 'node:http'
import { Duplex } from 'node:stream'
import ShareDB from 'sharedb'
import PostgresDB from 'sharedb-postgres'
import { WebSocketServer } from 'ws'

/** ShareDB as its documentation sets it up: operations and states in PostgreSQL, by `sharedb-postgres`. */
const backend = new ShareDB({ db: new PostgresDB({ connectionString: process.env.DATABASE_URL }) })
const server = createServer()
new WebSocketServer({ server }).on('connection', (socket) => backend.listen(streamOf(socket)))
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.({ type: 'ready' }))
process.on('disconnect', () => process.exit(0))

/**
 * A socket as the stream of messages that ShareDB listens on.
 *
 * @param {import('ws').WebSocket} socket
 */
function streamOf(socket) {
  const stream = new Duplex({
    objectMode: true,
    read: () => undefined,
    write: (message, _encoding, done) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
      done()
    },
  })
  socket.on('message', (/** @type {Buffer} */ bytes) => stream.push(JSON.parse(bytes.toString())))
  socket.on('close', () => stream.destroy())
  return stream
}
