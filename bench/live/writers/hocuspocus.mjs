import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import WebSocket from 'ws'
import { parseUpdateMeta, Doc } from 'yjs'

/** @import { Heard, OpenWriter, Seat, Writer } from './writer.mjs' */

/** Kinds of messages, as `@hocuspocus/server` numbers them. */
const SYNC = 0
const AUTH = 2
const SYNC_STATUS = 8
const TOKEN = 0
const STEP_1 = 0
const STEP_2 = 1
const UPDATE = 2

/** Ids of Yjs' clients, so that each writer knows whose clock it reads. */
const clientIdOf = (/** @type {Seat} */ { plan, side }) => 1_000 + plan * 2 + side

/**
 * Hocuspocus' wire by hand. The writer holds a Yjs document of its own edits; of others' it reads only how far they
 * have come, which costs the load generator less than a real client.
 *
 * @type {OpenWriter}
 */
export function openWriter(seat, heard) {
  const socket = new WebSocket(seat.address)
  const doc = new Doc()
  doc.clientID = clientIdOf(seat)
  const state = { waits: false, others: clockReader(seat, heard) }
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('open', () => socket.send(message(seat, AUTH, (encoder) => writeToken(encoder))))
    socket.on('message', (/** @type {Buffer} */ bytes) => {
      const decoder = decoding.createDecoder(bytes)
      decoding.readVarString(decoder)
      const kind = decoding.readVarUint(decoder)
      if (kind === SYNC_STATUS) {
        if (decoding.readVarUint(decoder) !== 1) throw new Error('an update was not applied')
        if (state.waits) acknowledge(state, heard)
      } else if (kind === AUTH) resolve(writerOn(socket, doc, state, seat))
      else if (kind === SYNC) hearSync(decoder, state)
    })
  })
}

/** @typedef {{ waits: boolean, others: ReturnType<typeof clockReader> }} State */

/**
 * @param {State} state
 * @param {Heard} heard
 */
function acknowledge(state, heard) {
  state.waits = false
  heard.acknowledged()
}

/**
 * @param {decoding.Decoder} decoder
 * @param {State} state
 */
function hearSync(decoder, state) {
  const step = decoding.readVarUint(decoder)
  if (step === STEP_1) return
  if (step !== STEP_2 && step !== UPDATE) throw new Error('an unknown message of the sync protocol')
  state.others(decoding.readVarUint8Array(decoder))
}

/**
 * The other writer's edits are told apart by Yjs' clock, which counts characters: every edit puts some in.
 *
 * @param {Seat} seat
 * @param {Heard} heard
 */
function clockReader({ plan, side }, heard) {
  const other = clientIdOf({ plan, side: 1 - side, address: '', document: '' })
  return (/** @type {Uint8Array} */ update) => {
    const clock = parseUpdateMeta(update).to.get(other)
    if (clock !== undefined) heard.seen(clock)
  }
}

/**
 * @param {WebSocket} socket
 * @param {Doc} doc
 * @param {State} state
 * @param {Seat} seat
 * @returns {Writer}
 */
function writerOn(socket, doc, state, seat) {
  const text = doc.getText('statement')
  doc.on('update', (/** @type {Uint8Array} */ update) => {
    state.waits = true
    socket.send(
      message(seat, SYNC, (encoder) => {
        encoding.writeVarUint(encoder, UPDATE)
        encoding.writeVarUint8Array(encoder, update)
      }),
    )
  })
  let clock = 0
  return {
    key: `${seat.document} ${doc.clientID}`,
    length: () => text.length,
    write: ({ at, removed, inserted }) => {
      doc.transact(() => {
        if (removed > 0) text.delete(at, removed)
        text.insert(at, inserted)
      })
      return (clock += inserted.length)
    },
    close: () => socket.terminate(),
  }
}

/**
 * @param {Seat} seat
 * @param {number} kind
 * @param {(encoder: encoding.Encoder) => void} write
 */
function message({ document }, kind, write) {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, document)
  encoding.writeVarUint(encoder, kind)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/** @param {encoding.Encoder} encoder */
function writeToken(encoder) {
  encoding.writeVarUint(encoder, TOKEN)
  encoding.writeVarString(encoder, 'bench')
}
