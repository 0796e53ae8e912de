import type { ClientId, LogId } from '@accord/domain/ids'
import type { PlanCommand } from '@accord/domain/plan/command'
import type { TextPlace } from '@accord/domain/goal/field'
import { newClient, type ClientState, type Step } from '@accord/domain/sync/client-state'
import { command, edit, joinMessage, outgoing } from '@accord/domain/sync/local'
import { accepted, changed, closed, dropped, joined, joining, refused } from '@accord/domain/sync/receive'
import { shownPlan } from '@accord/domain/sync/shown'
import { textAt } from '@accord/domain/plan/plan'
import type { ServerEvents } from '@accord/domain/sync/wire'
import type { ChangeSet } from '@codemirror/state'
import { io, type Socket } from 'socket.io-client'
import { newUuid } from '../../history/new-uuid.js'

/** Where and as whom a client connects. */
export interface Address {
  /** An app's origin, such as `http://localhost:4000`. */
  readonly origin: string
  readonly cookie: string
}

/** What a server's message is before the client takes it in; held back when the client must not see it yet. */
export type Arrived = {
  [Event in keyof ServerEvents]: { readonly event: Event; readonly message: ServerEvents[Event] }
}[keyof ServerEvents]

/**
 * The domain's client machine over a real socket: what an app is, without its screen. Used by replays and tests.
 */
export class LiveClient {
  state: ClientState
  private readonly socket: Socket
  private readonly waiting: (() => void)[] = []
  /** Takes a message in; replaced by whoever holds messages back. */
  receive: (arrived: Arrived) => void = (arrived) => this.take(arrived)
  /** Whether an operation may go out now; replaced by whoever decides on that. */
  maySend: () => boolean = () => true

  constructor(address: Address, log: LogId, clientId = newUuid(Date.now()) as ClientId) {
    this.state = newClient(log, clientId, null)
    this.socket = io(address.origin, {
      transports: ['websocket'],
      extraHeaders: { origin: address.origin, cookie: address.cookie },
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
    })
    this.socket.on('connect', () => this.join())
    this.socket.on('disconnect', (reason) => {
      const { closed: why } = this.state
      this.become(dropped(this.state))
      // Hung up on because that process stops: another answers, and socket.io leaves asking it to us. (MP9)
      if (reason === 'io server disconnect' && why === 'draining') setTimeout(() => this.socket.connect(), 50)
    })
    for (const event of ['joined', 'accepted', 'refused', 'changed', 'looked', 'closed'] as const) {
      this.socket.on(event, (message: unknown) => this.receive({ event, message } as Arrived))
    }
  }

  get wire(): Socket {
    return this.socket
  }

  text(place: TextPlace): string {
    const plan = shownPlan(this.state, Date.now())
    return (plan && textAt(plan, place)?.text) ?? ''
  }

  edit(place: TextPlace, changes: ChangeSet, at = Date.now()): void {
    this.become(edit(this.state, place, changes, at))
  }

  command(asked: PlanCommand): void {
    this.become(command(this.state, asked))
  }

  /** Resolves when `holds` does, after whatever message; rejects when that takes too long. */
  async until(holds: (state: ClientState) => boolean, patience = 15_000): Promise<void> {
    const end = Date.now() + patience
    while (!holds(this.state)) {
      if (Date.now() > end) throw new Error('what was waited for did not come')
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve)
        setTimeout(resolve, 50)
      })
    }
  }

  async live(): Promise<this> {
    await this.until((state) => state.link === 'live')
    return this
  }

  async saved(patience?: number): Promise<void> {
    await this.until((state) => state.link === 'live' && state.pending.length === 0, patience)
  }

  close(): void {
    this.socket.disconnect()
  }

  take(arrived: Arrived): void {
    const before = this.state.link
    this.state = this.after(arrived).state
    if (this.state.link === 'joining' && (before !== 'joining' || isPage(arrived))) {
      this.socket.emit('join', joinMessage(this.state))
    }
    this.become(this.state)
  }

  /** Sends the next operation, if there is one and it may go out. */
  send(): void {
    this.become(this.state)
  }

  private join(): void {
    this.state = joining(this.state)
    this.socket.emit('join', joinMessage(this.state))
  }

  private become(state: ClientState): void {
    this.state = state
    const next = this.maySend() ? outgoing(state) : { state, send: null }
    this.state = next.state
    if (next.send) this.socket.emit(next.send.event, next.send.message)
    for (const wake of this.waiting.splice(0)) wake()
  }

  private after(arrived: Arrived): Pick<Step, 'state'> {
    switch (arrived.event) {
      case 'joined':
        return joined(this.state, arrived.message)
      case 'accepted':
        return accepted(this.state, arrived.message)
      case 'refused':
        return refused(this.state, arrived.message)
      case 'changed':
        return changed(this.state, arrived.message)
      case 'closed':
        return { state: closed(this.state, arrived.message.reason) }
      case 'looked':
      case 'stirred':
        return { state: this.state }
    }
  }
}

function isPage(arrived: Arrived): boolean {
  return arrived.event === 'joined' && arrived.message.nextFrom !== null
}
