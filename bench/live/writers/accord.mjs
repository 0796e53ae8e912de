import { ChangeSet, Text } from '@codemirror/state'
import WebSocket from 'ws'

/** @import { Heard, OpenWriter, Seat, Writer } from './writer.mjs' */

/**
 * Accord's wire by hand: socket.io's frames over a WebSocket, rebasing as the specification of the live plan says.
 *
 * @type {(...args: Parameters<OpenWriter>) => Promise<Writer & { opened: number }>} `opened`: ms that joining took
 */
export function openWriter(seat, heard) {
  let asked = 0
  const headers = { cookie: seat.cookie ?? '', origin: seat.origin ?? '' }
  const socket = new WebSocket(`${seat.address}/socket.io/?EIO=4&transport=websocket`, { headers })
  const state = { seq: 0, length: 0, sent: 0, inFlight: /** @type {ChangeSet | null} */ (null) }
  const say = (/** @type {string} */ event, /** @type {unknown} */ body) =>
    socket.send(`42${JSON.stringify([event, body])}`)
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('message', (/** @type {Buffer} */ bytes) => {
      const frame = bytes.toString('latin1', 0, 2)
      if (frame[0] === '0') socket.send('40')
      else if (frame[0] === '2') socket.send('3')
      else if (frame === '40') {
        asked = performance.now()
        say('join', { plan: seat.document, clientId: seat.client, have: null, snapshot: true })
      } else if (frame === '42') {
        const [event, message] = JSON.parse(bytes.toString('utf8', 2))
        if (event === 'joined') {
          begin(state, seat, message)
          resolve({ ...writerOn(socket, state, seat, say), opened: performance.now() - asked })
        } else hear(state, event, message, heard)
      }
    })
  })
}

/** @typedef {{ seq: number, length: number, sent: number, inFlight: ChangeSet | null }} State */

/**
 * @param {State} state
 * @param {Seat} seat
 * @param {{ seq: number, lastOp: number, snapshot: { goals: Record<string, { statement: { text: string } }> } }} joined
 */
function begin(state, seat, { seq, lastOp, snapshot }) {
  state.seq = seq
  state.sent = lastOp
  state.length = snapshot.goals[seat.goal ?? '']?.statement.text.length ?? 0
}

/**
 * @param {State} state
 * @param {string} event
 * @param {{ seq: number, op: number, code: string, entry: { seq: number, op: number, payload: { kind: string, changes: unknown } } }} message
 * @param {Heard} heard
 */
function hear(state, event, message, heard) {
  if (event === 'changed') {
    const { seq, op, payload } = message.entry
    state.seq = seq
    if (payload.kind !== 'text') return
    const theirs = ChangeSet.fromJSON(payload.changes)
    state.length += theirs.newLength - theirs.length
    state.inFlight = state.inFlight && state.inFlight.map(theirs)
    heard.seen(op)
  } else if (event === 'accepted') {
    state.seq = message.seq
    if (state.inFlight) state.length += state.inFlight.newLength - state.inFlight.length
    state.inFlight = null
    heard.acknowledged()
  } else if (event === 'refused') throw new Error(`operation ${message.op} was refused: ${message.code}`)
  else if (event === 'closed') throw new Error('the server closed the plan')
}

/**
 * @param {WebSocket} socket
 * @param {State} state
 * @param {Seat} seat
 * @param {(event: string, body: unknown) => void} say
 * @returns {Writer}
 */
function writerOn(socket, state, { document, client, goal }, say) {
  return {
    key: client ?? '',
    length: () => state.length,
    write: ({ at, removed, inserted }) => {
      const insert = Text.of([inserted])
      state.inFlight = ChangeSet.of({ from: at, to: at + removed, insert }, state.length)
      state.sent += 1
      const text = { plan: document, clientId: client, op: state.sent, base: state.seq, goal }
      say('text', { ...text, field: 'statement', changes: state.inFlight.toJSON() })
      return state.sent
    },
    close: () => socket.terminate(),
  }
}
