import { Inject, Injectable } from '@nestjs/common'
import type { ClinicId, ConnectionId } from '@accord/domain/ids'
import type { ClientEvent, ServerEvents } from '@accord/domain/sync/wire'
import type { Subscription } from 'rxjs'
import type { Socket } from 'socket.io'
import { Clock } from '../config/clock.js'
import { SpreadRounds } from '../config/spread-rounds.js'
import { isStorageAway } from '../database/failures.js'
import { newUuid } from '../history/new-uuid.js'
import { LOGGER, type Logger } from '../http/logging.js'
import { logBug } from '../http/refusal.filter.js'
import { SignInService } from '../identity/sign-in.service.js'
import { frameOf, type Frame } from './frame.js'
import { Handshake } from './handshake.js'
import { hearStraight } from './inbox.js'
import { LIVE_LIMITS, type LiveLimits } from './limits.js'
import { Outbox } from './outbox.js'
import type { PlanSession } from './plan-session.js'
import { TurnQueue } from './turn-queue.js'

/** The sockets of this process and who is at the other end; closed when that person's sign-in ends. (S2) */
@Injectable()
export class Sessions {
  private readonly bySocket = new Map<Socket, PlanSession>()
  private ended: Subscription | null = null
  private readonly rounds: SpreadRounds<Socket>
  private draining = false

  constructor(
    @Inject(LIVE_LIMITS) private readonly limits: LiveLimits,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly handshake: Handshake,
    private readonly signIns: SignInService,
    private readonly clock: Clock,
  ) {
    this.rounds = new SpreadRounds(
      () => [...this.bySocket.keys()],
      (few) => this.lookAfterAll(few),
      limits.signInAge,
    )
  }

  start(): void {
    this.ended = this.signIns.ended.subscribe((signInId) => this.signInEnded(signInId))
    this.rounds.begin()
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
    if (this.draining) this.say(socket, new Outbox(socket.conn), { plan: null, reason: 'draining' })
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
      send: (frame) => this.tell(outbox, frame),
      tell: (event, message) => this.tell(outbox, frameOf(event, message)),
      end: (plan, reason, erased) =>
        this.say(socket, outbox, { plan, reason, ...(erased ? { erased } : {}) }),
      isGone: () => !socket.connected,
    })
  }

  /**
   * Whatever a handler throws stays here: socket.io would let it end the process. (S4)
   * @param handle is told how many bytes the message was of, where that is known
   */
  listen(socket: Socket, event: ClientEvent, handle: (body: unknown, bytes: number | null) => void): void {
    const hear = (body: unknown, bytes: number | null) => {
      try {
        handle(body, bytes)
      } catch (error) {
        logBug(this.logger, error)
      }
    }
    hearStraight(socket, event, hear)
    socket.on(event, (body: unknown) => hear(body, null))
  }

  of(socket: Socket): PlanSession | null {
    return this.bySocket.get(socket) ?? null
  }

  /** Everybody of a clinic who has a socket here. */
  ofClinic(clinic: ClinicId): readonly PlanSession[] {
    return [...this.bySocket.values()].filter(({ actor }) => actor.clinic === clinic)
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
    this.rounds.stop()
    const sessions = [...this.bySocket.values()]
    for (const session of sessions) session.end(null, 'draining')
    for (const session of sessions) await session.turns.idle()
  }

  private async lookAfterAll(sockets: readonly Socket[]): Promise<void> {
    await Promise.all(sockets.map((socket) => this.lookAfter(socket)))
  }

  /** Looks the sign-in up again: it may have ended in another process, or of age. */
  private async lookAfter(socket: Socket): Promise<void> {
    const session = this.of(socket)
    if (!session) return
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

  /** Whoever reads too slowly is cut off: their client comes back and asks for what it missed. (Y1) */
  private tell(outbox: Outbox, { bytes }: Frame): void {
    if (outbox.waiting > this.limits.waitingBytes) outbox.cut()
    else outbox.send(bytes)
  }

  private say(socket: Socket, outbox: Outbox, message: ServerEvents['closed']): void {
    if (!socket.connected) return
    outbox.send(frameOf('closed', message).bytes)
    socket.disconnect(true)
  }

  /** A turn failed that had nobody else to tell: the socket is ended, its client comes back and asks again. */
  private failed(socket: Socket, error: unknown): void {
    if (!isStorageAway(error)) logBug(this.logger, error)
    socket.disconnect(true)
  }
}
