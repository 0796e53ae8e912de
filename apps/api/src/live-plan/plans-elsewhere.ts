import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'
import type { LogId } from '@accord/domain/ids'
import { Subscription } from 'rxjs'
import { SignInService } from '../identity/sign-in.service.js'
import { Neighbours, type HeardHint } from '../processes/neighbours.js'
import { LivePlans } from './live-plans.js'
import { Sessions } from './sessions.js'

/** How often a process says again who is here, and when those of whom nothing was heard are gone. In ms. */
const AGAIN_EVERY = 10_000
const FORGOTTEN_AFTER = 25_000

/** What other processes say of the plans that are open here, and of the people in them. (MP6, MP8) */
@Injectable()
export class PlansElsewhere implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly heard = new Subscription()
  private round: NodeJS.Timeout | null = null

  constructor(
    private readonly neighbours: Neighbours,
    private readonly plans: LivePlans,
    private readonly sessions: Sessions,
    private readonly signIns: SignInService,
  ) {}

  onApplicationBootstrap(): void {
    const { neighbours, heard } = this
    heard.add(neighbours.heard.subscribe((hint) => this.take(hint)))
    heard.add(neighbours.opened.subscribe(() => void this.plans.goRound()))
    heard.add(neighbours.changed.subscribe(({ left }) => (left ? this.left(left) : this.announceAll())))
    heard.add(this.signIns.ended.subscribe((signIn) => neighbours.tell({ kind: 'signed-out', signIn })))
    this.round = setInterval(() => this.goRound(), AGAIN_EVERY).unref()
  }

  beforeApplicationShutdown(): void {
    this.heard.unsubscribe()
    if (this.round) clearInterval(this.round)
  }

  private take({ from, hint }: HeardHint): void {
    switch (hint.kind) {
      case 'stored':
        this.stored(hint.log, hint.seq)
        break
      case 'rights':
        void this.plans.rightsChanged(hint.log)
        break
      case 'signed-out':
        this.sessions.signInEnded(hint.signIn)
        break
      case 'asked':
        this.plans.loaded(hint.log)?.members.announceAll()
        break
      case 'here': {
        const room = this.plans.loaded(hint.log)
        room?.members.heard(hint.who, from, room.confirmed.staging.plan, performance.now())
        break
      }
      case 'gone':
        this.plans.loaded(hint.log)?.members.elsewhere.gone(hint.connection)
        break
      case 'hello':
      case 'alive':
      case 'bye':
      case 'stirred':
        break
    }
  }

  /** Only a hint: what is there is read from the log, and read only when it is not here yet. (MP1) */
  private stored(log: LogId, seq: number): void {
    const room = this.plans.loaded(log)
    if (room && seq > room.confirmed.position.seq) room.catchUp(seq)
  }

  private left(process: string): void {
    for (const { members } of this.plans.openRooms()) members.elsewhere.leftWith(process)
  }

  private announceAll(): void {
    for (const { members } of this.plans.openRooms()) members.announceAll()
  }

  private goRound(): void {
    if (this.neighbours.areThere) this.announceAll()
    const since = performance.now() - FORGOTTEN_AFTER
    for (const { members } of this.plans.openRooms()) members.elsewhere.forgetBefore(since)
  }
}
