import type { ConnectionId } from '@accord/domain/ids'
import type { Asker } from '@accord/domain/plan/decide'
import type { ConnectionListener, LiveConnection, Sent } from '../connection.js'
import type { Guest, Room } from './room.js'

let connections = 0

/** A wire between one person and a room that can be cut, and on which messages take a moment. */
export class Wire implements LiveConnection {
  readonly #room: Room
  readonly #guest: Guest
  readonly #listeners = new Set<ConnectionListener>()
  #isUp = false
  #isClosed = false
  #generation = 0
  #isHeld = false
  #held: Sent[] = []
  /** Everything that was sent, for tests to look at. */
  readonly sent: Sent[] = []

  constructor(room: Room, asker: Asker, delay = 0) {
    this.#room = room
    connections += 1
    this.#delay = delay
    const generationAt = () => this.#generation
    this.#guest = {
      asker,
      connection: `018f0000-0000-7000-a000-${String(connections).padStart(12, '0')}` as ConnectionId,
      hear: (heard) => {
        const generation = generationAt()
        setTimeout(() => {
          if (!this.#isUp || generation !== this.#generation) return
          for (const listener of [...this.#listeners]) listener.heard(heard)
        }, this.#delay)
      },
    }
    this.mend()
  }
  readonly #delay: number

  isConnected(): boolean {
    return this.#isUp
  }

  send(sent: Sent): void {
    if (!this.#isUp) return
    this.sent.push(sent)
    const generation = this.#generation
    setTimeout(() => {
      if (!this.#isUp || generation !== this.#generation) return
      if (this.#isHeld) this.#held.push(sent)
      else this.#room.hear(this.#guest, sent)
    }, this.#delay)
  }

  /** The connection stands, and the server doesn't answer any more; or it does again, also what it was sent meanwhile. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld
    if (!isHeld) for (const sent of this.#held.splice(0)) this.#room.hear(this.#guest, sent)
  }

  listen(listener: ConnectionListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    this.#isClosed = true
    this.#down()
  }

  cut(): void {
    this.#down()
    for (const listener of [...this.#listeners]) listener.disconnected()
  }

  /** The connection is back, a moment later. */
  mend(): void {
    setTimeout(() => {
      if (this.#isUp || this.#isClosed) return
      this.#isUp = true
      for (const listener of [...this.#listeners]) listener.connected()
    }, this.#delay)
  }

  #down(): void {
    if (!this.#isUp) return
    this.#isUp = false
    this.#generation += 1
    this.#room.leave(this.#guest)
  }
}
