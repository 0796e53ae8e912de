import type { Socket } from 'socket.io'
import { isOpen, wireOf, type Wire } from './wire.js'

type Connection = Socket['conn']

/**
 * The way to the other end of a socket. What is said of plans goes straight to the WebSocket, as socket.io would have
 * written it and always this way, so that nothing overtakes anything: the layers between cost more than the saying.
 */
export class Outbox {
  private isGathering = false

  constructor(private readonly connection: Connection) {}

  /** Bytes that wait to be read at the other end, in our own buffers and those below. */
  get waiting(): number {
    return wireOf(this.connection)?.bufferedAmount ?? 0
  }

  /** @param frame a message, framed */
  send(frame: Buffer): void {
    const wire = wireOf(this.connection)
    if (!isOpen(wire, this.connection)) return
    if (!this.isGathering) this.gather(wire)
    // As engine.io itself does with what is framed already.
    wire._sender.sendFrame([frame])
  }

  /** Ends the connection without waiting for whatever is still to be read. */
  cut(): void {
    const wire = wireOf(this.connection)
    this.connection.close(true)
    wire?.terminate()
  }

  /** Whatever is said within one turn leaves at once: asking the system to send is most of what telling costs. */
  private gather({ _socket: stream }: Wire): void {
    this.isGathering = true
    stream.cork()
    process.nextTick(() => {
      this.isGathering = false
      stream.uncork()
    })
  }
}
