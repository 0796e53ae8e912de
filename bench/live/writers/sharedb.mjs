import ShareDB from 'sharedb/lib/client/index.js'
import WebSocket from 'ws'

/** @import { OpenWriter, Seat, Writer } from './writer.mjs' */

/**
 * ShareDB's own client.
 *
 * @type {OpenWriter}
 */
export function openWriter(seat, heard) {
  const socket = new WebSocket(seat.address)
  const connection = new ShareDB.Connection(/** @type {never} */ (socket))
  const doc = connection.get('plans', seat.document)
  let seen = 0
  return new Promise((resolve, reject) => {
    connection.on('error', reject)
    doc.on('op batch', (_op, isOwn) => {
      if (!isOwn) heard.seen((seen += 1))
    })
    doc.subscribe((error) => {
      if (error) reject(error)
      else resolve(writerOn(socket, connection, doc, heard.acknowledged))
    })
  })
}

/**
 * @param {WebSocket} socket
 * @param {ShareDB.Connection} connection
 * @param {ShareDB.Doc} doc
 * @param {() => void} acknowledged
 * @returns {Writer}
 */
function writerOn(socket, connection, doc, acknowledged) {
  const text = () => /** @type {string} */ (doc.data.statement)
  let sent = 0
  return {
    key: String(connection.id),
    length: () => text().length,
    write: ({ at, removed, inserted }) => {
      const takenOut = removed > 0 ? [{ p: at, d: text().slice(at, at + removed) }] : []
      const operation = { p: ['statement'], t: 'text0', o: [...takenOut, { p: at, i: inserted }] }
      doc.submitOp([operation], {}, (error) => {
        if (error) throw error
        acknowledged()
      })
      return (sent += 1)
    },
    close: () => socket.terminate(),
  }
}
