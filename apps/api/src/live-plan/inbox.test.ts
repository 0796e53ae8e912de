import { EventEmitter } from 'node:events'
import { describe, expect, it } from '@jest/globals'
import type { Socket } from 'socket.io'
import { hearStraight } from './inbox.js'

/** A socket, what goes straight, and what goes the usual way. */
function aSocket(connected = true) {
  const wire = Object.assign(new EventEmitter(), { _socket: {}, _sender: {}, readyState: 1 })
  const usual: string[] = []
  wire.on('message', (bytes: Buffer) => usual.push(bytes.toString()))
  const straight: unknown[] = []
  const socket = { connected, conn: { transport: { socket: wire } } } as unknown as Socket
  hearStraight(socket, 'text', (body, bytes) => straight.push([body, bytes]))
  const say = (message: string, isBinary = false) => wire.emit('message', Buffer.from(message), isBinary)
  return { straight, usual, say }
}

describe('typing', () => {
  it('[LP2] is heard straight from the WebSocket', () => {
    const { straight, usual, say } = aSocket()
    say('42["text",{"op":1,"changes":[[0,"é"]]}]')
    expect(straight).toEqual([[{ op: 1, changes: [[0, 'é']] }, 40]])
    expect(usual).toEqual([])
  })

  it.each([
    '2',
    '40',
    '42["join",{}]',
    '42["texts",{}]',
    '42["text"]',
    '42["text",[]]',
    '42["text",{}',
    '42["text",{},{}]',
    '42["text",{"op":}]',
    '421["text",{}]',
    '451-["text",{"_placeholder":true,"num":0}]',
    '42/other,["text",{}]',
    '',
  ])('[LP2] and nothing else: %s', (message) => {
    const { straight, usual, say } = aSocket()
    say(message)
    expect(straight).toEqual([])
    expect(usual).toEqual([message])
  })

  it('[LP2] goes the usual way when it is binary, or before there is a connection', () => {
    const message = '42["text",{}]'
    const [binary, early] = [aSocket(), aSocket(false)]
    binary.say(message, true)
    early.say(message)
    expect([binary.straight, early.straight]).toEqual([[], []])
    expect([binary.usual, early.usual]).toEqual([[message], [message]])
  })
})
