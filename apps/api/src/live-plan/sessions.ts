import { Inject, Injectable } from '@nestjs/common'
import type { ConnectionId } from '@accord/domain/ids'
import type { ClosedReason } from '@accord/domain/sync/wire'
import type { Subscription } from 'rxjs'
import type { Socket } from 'socket.io'
import { Clock } from '../config/clock.js'
import { isStorageAway } from '../database/failures.js'
import { newUuid } from '../history/new-uuid.js'
import { LOGGER, type Logger } from '../http/logging.js'
import { logBug } from '../http/refusal.filter.js'
import { SignInService } from '../identity/sign-in.service.js'
import { Handshake } from './handshake.js'
import { LIVE_LIMITS, type LiveLimits } from './limits.js'
import { Outbox } from './outbox.js'
import type { PlanSession } from './plan-session.js'
import { TurnQueue } from './turn-queue.js'

interface Told {
  readonly event: string
  readonly message: unknown
}

/** The sockets of this process and who is at the other end; closed when that person's sign-in ends. (S2) */
@Injectable()
export class Sessions {
  private readonly bySocket = new Map<Socket, PlanSession>()
  private ended: Subscription | null = null
  private round: NodeJS.Timeout | null = null
  private draining = false

  constructor(
    @Inject(LIVE_LIMITS) private readonly limits: LiveLimits,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly handshake: Handshake,
    private readonly signIns: SignInService,
    private readonly clock: Clock,
  ) {}

  start(): void {
    this.ended = this.signIns.ended.subscribe((signInId) => this.signInEnded(signInId))
    this.round = setInterval(() => void this.goRound(), this.limits.signInAge).unref()
  }

  get size(): number {
    return this.bySocket.size
  }

  /** A sign-in ended, here or in another process. */
  signInEnded(signInId: string): void {
    for (const session of this.bySocket.values())
      if (session.signInId === signInId) session.end(null, 'signed-out')
  }

  begin(socket: Socket): void {
    const signedIn = this.handshake.signedIn(socket.request)
    // Whoever slipped in while the house is being closed comes back to another process.
    if (this.draining) this.say(socket, { plan: null, reason: 'draining' })
    if (!signedIn || this.draining) {
      socket.disconnect(true)
      return
    }
    const { actor, signInId } = signedIn
    const outbox = new Outbox(socket.conn)
    this.bySocket.set(socket, {
      connection: newUuid(this.clock.now()) as ConnectionId,
      actor,
      signInId,
      address: this.handshake.addressOf(socket.request),
      opened: new Map(),
      turns: new TurnQueue((error) => this.failed(socket, error)),
      tell: (event, message) => this.tell(socket, outbox, { event, message }),
      end: (plan, reason) => this.say(socket, { plan, reason }),
      isGone: () => !socket.connected,
    })
  }

  of(socket: Socket): PlanSession | null {
    return this.bySocket.get(socket) ?? null
  }

  end(socket: Socket): PlanSession | null {
    const session = this.of(socket)
    this.bySocket.delete(socket)
    // Nothing more is said on a connection that has left its only room. (FT8)
    socket.conn.close()
    return session
  }

  /** Everybody is told and leaves; resolves when the last one's leaving is written down. */
  async drain(): Promise<void> {
    this.draining = true
    this.ended?.unsubscribe()
    if (this.round) clearInterval(this.round)
    const sessions = [...this.bySocket.values()]
    for (const session of sessions) session.end(null, 'draining')
    for (const session of sessions) await session.turns.idle()
  }

  /** Looks every sign-in up again: it may have ended in another process, or of age. */
  async goRound(): Promise<void> {
    for (const [socket, session] of [...this.bySocket]) {
      try {
        const signedIn = await this.handshake.signedInNow(socket.request)
        if (signedIn?.signInId !== session.signInId) session.end(null, 'signed-out')
        // An open live plan counts as activity. (ID3)
        else if (session.opened.size > 0) await this.signIns.touch(signedIn)
      } catch (error) {
        // While the database is away nobody's sign-in can be looked up, and nothing is stored either.
        if (!isStorageAway(error)) logBug(this.logger, error)
      }
    }
  }

  /** Whoever reads too slowly is cut off: their client comes back and asks for what it missed. (Y1) */
  private tell(socket: Socket, outbox: Outbox, { event, message }: Told): void {
    if (outbox.waiting > this.limits.waitingBytes) outbox.cut()
    else socket.emit(event, message)
  }

  private say(socket: Socket, message: { plan: string | null; reason: ClosedReason }): void {
    if (!socket.connected) return
    socket.emit('closed', message)
    socket.disconnect(true)
  }

  /** A turn failed that had nobody else to tell: the socket is ended, its client comes back and asks again. */
  private failed(socket: Socket, error: unknown): void {
    if (!isStorageAway(error)) logBug(this.logger, error)
    socket.disconnect(true)
  }
}
