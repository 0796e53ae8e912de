import { Inject, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common'
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
} from '@nestjs/websockets'
import { isRefusal, type Refusal, type RefusalCode } from '@accord/domain/refusal'
import type { ClientEvent } from '@accord/domain/sync/wire'
import type { Socket } from 'socket.io'
import { Action } from '../access/action.decorator.js'
import { isStorageAway } from '../database/failures.js'
import { LIVE_LIMITS, type LiveLimits } from './limits.js'
import { LivePlanAudit } from './live-plan-audit.js'
import { LivePlanService, type OperationMessage } from './live-plan.service.js'
import { addressOf, isUsual, readMessage, type MessageOf } from './messages.js'
import type { PlanSession } from './plan-session.js'
import { Sessions } from './sessions.js'
import { STRAIGHT } from './socket-adapter.js'

/** The live plan's events: parses, names the person of the connection, hands over, answers. (LP2) */
@WebSocketGateway()
export class LivePlanGateway
  implements
    OnGatewayConnection<Socket>,
    OnGatewayDisconnect<Socket>,
    OnApplicationBootstrap,
    BeforeApplicationShutdown
{
  constructor(
    private readonly plans: LivePlanService,
    private readonly sessions: Sessions,
    @Inject(LIVE_LIMITS) private readonly limits: LiveLimits,
    private readonly audit: LivePlanAudit,
  ) {}

  onApplicationBootstrap(): void {
    this.sessions.start()
  }

  handleConnection(socket: Socket): void {
    this.sessions.begin(socket)
    // Typing does not walk through Nest's pipeline, which costs as much as accepting it and whose guard only asks
    // whether an action is declared. The build asks that as well. (AC1, decision 0014)
    this.sessions.listen(socket, STRAIGHT, (body, bytes) => this.type(socket, body, bytes))
  }

  handleDisconnect(socket: Socket): void {
    const session = this.sessions.end(socket)
    for (const plan of session?.opened.keys() ?? []) {
      session?.turns.run(() => this.plans.leave(session, plan))
    }
  }

  @SubscribeMessage('join')
  @Action('plan.read')
  join(@ConnectedSocket() socket: Socket, @MessageBody() body: unknown): void {
    this.read(socket, 'join', body, (session, message) => {
      session.turns.run(() => this.joinOrRefuse(session, message))
    })
  }

  @SubscribeMessage('text')
  @Action('plan.write')
  text(@ConnectedSocket() socket: Socket, @MessageBody() body: unknown): void {
    this.read(socket, 'text', body, (session, message) => this.operate(session, message))
  }

  @SubscribeMessage('command')
  @Action('plan.write')
  command(@ConnectedSocket() socket: Socket, @MessageBody() body: unknown): void {
    this.read(socket, 'command', body, (session, message) =>
      this.operate(session, message as OperationMessage),
    )
  }

  @SubscribeMessage('look')
  @Action('plan.look')
  look(@ConnectedSocket() socket: Socket, @MessageBody() body: unknown): void {
    this.read(socket, 'look', body, (session, message) => this.plans.look(session, message))
  }

  @SubscribeMessage('leave')
  @Action('plan.read')
  leave(@ConnectedSocket() socket: Socket, @MessageBody() body: unknown): void {
    this.read(socket, 'leave', body, (session, { plan }) =>
      session.turns.run(() => this.plans.leave(session, plan)),
    )
  }

  /** Nobody is let in any more, everybody is told, and what was taken in is stored before the rooms close. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.sessions.drain()
    await this.plans.drain()
  }

  /** Whatever goes wrong, nothing is shown and the asker is told so. (AC8) */
  private async joinOrRefuse(session: PlanSession, message: MessageOf<'join'>): Promise<void> {
    const refuse = ({ refused: code, erased }: Refusal) =>
      session.tell('refused', { plan: message.plan, op: null, code, ...(erased ? { erased } : {}) })
    try {
      const refused = await this.plans.join(session, message)
      await this.audit.joined(session, message.plan, refused?.refused ?? null)
      if (refused) refuse(refused)
    } catch (error) {
      refuse({ refused: 'storage-unavailable' })
      if (!isStorageAway(error)) throw error
    }
  }

  private type(socket: Socket, body: unknown, bytes: number | null): void {
    const session = this.sessions.of(socket)
    if (session && isUsual(body, bytes, this.limits)) this.operate(session, body)
    else this.text(socket, body)
  }

  private operate(session: PlanSession, message: OperationMessage): void {
    const { plan, op } = message
    const pending = this.plans.operate(session.actor, session.connection, message, (answer) => {
      if (answer.kind === 'accepted') session.tell('accepted', answer.message)
      else {
        session.tell('refused', { plan, op, code: answer.code })
        session.turns.run(() => this.audit.refused(session, plan, answer.code))
      }
    })
    if (pending) session.turns.run(() => pending)
  }

  private read<Event extends ClientEvent>(
    socket: Socket,
    event: Event,
    body: unknown,
    handle: (session: PlanSession, message: MessageOf<Event>) => void,
  ): void {
    const session = this.sessions.of(socket)
    if (!session) {
      socket.disconnect(true)
      return
    }
    const message = readMessage(event, body, this.limits)
    if (isRefusal(message)) this.refuse(session, body, message.refused)
    else handle(session, message)
  }

  private refuse(session: PlanSession, body: unknown, code: RefusalCode): void {
    session.tell('refused', { ...addressOf(body), code })
  }
}
